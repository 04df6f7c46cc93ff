import Accounts
import ArgumentParser
import Logging
import Storage
import Web

/// `meedoen demo`
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Make the demonstration database where it is missing, and print who can sign in.")

    @OptionGroup var options: DatabaseOptions
    @OptionGroup var folders: FolderOptions

    func run() async throws {
        try await failing {
            let bookcase = try folders.open(.onDemand, Logger(label: "meedoen"))
            let database = try options.place(otherwise: "meedoen-demo.sqlite").open(checkpoints: false)
            try await Demonstration(database, bookcase.shelf.library).prepare()
            for login in Demonstration.logins(at: Clock.system.now()) { print(login.line) }
            try await database.close()
        }
    }
}
