import ArgumentParser
import Mandates
import Storage

/// `meedoen statement key`
struct StatementKeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "Make a new key for statements about mandates, in place of the one before.",
        discussion: """
            What the old key signed can still be verified: both stay published at /.well-known/jwks.json. A server that \
            runs signs with the new key from now on.
            """)

    @OptionGroup var options: DatabaseOptions
    @OptionGroup var statements: StatementOptions

    func run() async throws {
        try await failing {
            let place = try options.existing()
            let database = try place.open(checkpoints: false)
            try await reporting {
                let key = try await statements.signing(database, of: place).renewKey()
                print("Statements are signed with this key from now on: \(key.id)")
            }
            try await database.close()
        }
    }
}
