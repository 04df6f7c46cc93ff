import ArgumentParser
// Nothing of it is called: linked, it gives out the memory of the whole program, and reading a course takes a quarter less
// time than with the C library's own.
import CMimalloc

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
            AdministratorCommand.self, BackupCommand.self, AuditCommand.self, StatementCommand.self, VersionCommand.self, BenchCommand.self,
        ])

    /// What is wrong with the words of a command is the same as what else it could not run: exit code 2.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
            Surroundings.say(fullMessage(for: error))
            exit(withError: ExitCode(2))
        }
    }
}
