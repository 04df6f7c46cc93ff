import ArgumentParser
import Audit
import Foundation
import Mandates
import Storage

/// Where the key is that signs statements, and the keys that are published.
struct StatementOptions: ParsableArguments {
    @Option(help: "The file with the key that signs statements; made where it is missing. (MEEDOEN_STATEMENT_KEY)")
    var statementKey: String?
    @Option(help: "The file with the keys that are published; beside the database unless told. (MEEDOEN_STATEMENT_KEYS)")
    var statementKeys: String?

    func signing(_ storage: any Database, of place: DatabasePlace) -> StatementSigning {
        Self.signing(
            storage, of: place, key: statementKey ?? Surroundings["MEEDOEN_STATEMENT_KEY"],
            published: statementKeys ?? Surroundings["MEEDOEN_STATEMENT_KEYS"])
    }

    static func signing(
        _ storage: any Database, of place: DatabasePlace, key: String? = nil, published: String? = nil
    ) -> StatementSigning {
        StatementSigning(
            database: storage, clock: .system,
            keyFile: SigningKeyFile(key ?? place.besides("statement-key"), for: .statements),
            publishedPath: published ?? place.besides("statement-keys.json"))
    }
}
