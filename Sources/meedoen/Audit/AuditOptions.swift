import ArgumentParser
import Audit
import Foundation
import Storage

/// Where the signed heads of the log go, and where the key is.
struct AuditOptions: ParsableArguments {
    @Option(
        help: "The file that the signed heads of the log are added to; beside the database unless told. (MEEDOEN_AUDIT_HEADS)")
    var auditHeads: String?
    @Option(help: "The file with the key that signs them; made where it is missing. (MEEDOEN_AUDIT_KEY)")
    var auditKey: String?

    func heads(besides database: String) -> HeadsFile {
        HeadsFile(auditHeads ?? Surroundings["MEEDOEN_AUDIT_HEADS"] ?? Self.path(besides: database, "audit-heads"))
    }

    func signing(_ storage: any Database, besides database: String) -> HeadSigning {
        let key = auditKey ?? Surroundings["MEEDOEN_AUDIT_KEY"] ?? Self.path(besides: database, "audit-key")
        return HeadSigning(
            database: storage, clock: .system, keyFile: SigningKeyFile(key), heads: heads(besides: database))
    }

    /// `meedoen.audit-heads` beside `meedoen.sqlite`; so stands everything that belongs to a database.
    static func path(besides database: String, _ ending: String) -> String {
        URL(fileURLWithPath: database).deletingPathExtension().appendingPathExtension(ending).path
    }
}
