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

    func heads(of place: DatabasePlace) -> HeadsFile {
        HeadsFile(auditHeads ?? Surroundings["MEEDOEN_AUDIT_HEADS"] ?? place.besides("audit-heads"))
    }

    func signing(_ storage: any Database, of place: DatabasePlace) -> HeadSigning {
        let key = auditKey ?? Surroundings["MEEDOEN_AUDIT_KEY"] ?? place.besides("audit-key")
        return HeadSigning(
            database: storage, clock: .system, keyFile: SigningKeyFile(key), heads: heads(of: place))
    }
}
