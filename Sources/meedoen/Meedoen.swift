import ArgumentParser

/// The command.
@main
struct Meedoen: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "meedoen",
        abstract: "Courses and help for people for whom the digital government is too hard.",
        discussion: """
            A folder of Markdown becomes a site with step-by-step lessons and practice websites; coaches see who is \
            stuck; a citizen mandates a helper. Everything is kept in one SQLite file.

            Start with:   meedoen serve
            Look around:  meedoen serve --demo
            Write:        meedoen preview, and meedoen check

            Every option can also be given by the environment: --database is MEEDOEN_DATABASE.
            """,
        version: Version.text,
        subcommands: [
            ServeCommand.self, CheckCommand.self, MeasureCommand.self, NewCommand.self, PreviewCommand.self, DemoCommand.self,
            AdministratorCommand.self, BackupCommand.self, VersionCommand.self, BenchCommand.self,
        ])
}
