import Accounts
import Audit
import ArgumentParser
import Storage

/// `meedoen administrator`
struct AdministratorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "administrator",
        abstract: "Print a new one-time set-up link for an administrator.",
        discussion: "For the first administrator, or when nobody can sign in any more. The link works for seven days.")

    @OptionGroup var options: DatabaseOptions
    @Option(help: "The name of the administrator; a new one where nobody has it.") var name = "beheerder"
    @Option(help: "The address of the site.") var address = "http://127.0.0.1:8080"

    func run() async throws {
        try await failing {
            let database = try options.place().open(checkpoints: false)
            let (account, token) = try await FirstAdministrator.make(named: name, in: database)
            print("Login name: \(account.loginName?.rawValue ?? name)")
            print("Open this link once: \(address)/instellen/\(token.text)")
            try await database.close()
        }
    }
}

/// How an installation gets its first administrator.
enum FirstAdministrator {
    static func make(named name: String, in database: any Database) async throws -> (Account, SetUpToken) {
        let registration = Registration(
            database: database, hasher: SecretHasher(threads: 1), world: .real, words: { [] })
        return try await registration.inviteAdministrator(name, origin: .command)
    }
}
