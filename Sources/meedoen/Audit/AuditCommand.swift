import ArgumentParser

/// `meedoen audit …`
struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Check the log of who did what, and renew the key that signs it.",
        subcommands: [AuditVerifyCommand.self, AuditKeyCommand.self])
}
