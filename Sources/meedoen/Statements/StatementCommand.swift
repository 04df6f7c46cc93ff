import ArgumentParser

/// `meedoen statement …`
struct StatementCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "statement", abstract: "Verify a signed statement about a mandate, and renew the key that signs them.",
        subcommands: [StatementVerifyCommand.self, StatementKeyCommand.self])
}
