import ArgumentParser
import Audit
import Storage

/// `meedoen audit key`
struct AuditKeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "Make a new key for the signed heads of the log, in place of the one before.",
        discussion: "What the old key signed stays good. A server that runs signs with the new key from its next head on.")

    @OptionGroup var options: DatabaseOptions
    @OptionGroup var audit: AuditOptions

    func run() async throws {
        try await failing {
            let place = try options.existing()
            let database = try place.open(checkpoints: false)
            try await reporting {
                let key = try await audit.signing(database, of: place).renewKey()
                print("The heads of the log are signed with this key from now on: \(key.name)")
            }
            try await database.close()
        }
    }
}
