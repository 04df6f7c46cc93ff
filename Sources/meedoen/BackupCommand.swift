import ArgumentParser
import Foundation
import Storage

/// `meedoen backup FILE`
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copy the whole database to FILE, also while it is being served.")

    @OptionGroup var options: DatabaseOptions
    @Argument(help: "The file to write. It must not exist yet.") var file: String

    func run() async throws {
        try await failing {
            let place = try options.existing()
            guard !FileManager.default.fileExists(atPath: file) else {
                throw Failure("\(file) exists already; a backup never replaces a file.")
            }
            guard let database = try place.open(checkpoints: false) as? SQLiteDatabase else {
                throw Failure("a PostgreSQL server has a command of its own for this: pg_dump --format=custom --file=\(file)")
            }
            do {
                try await database.backup(to: file)
            } catch {
                throw Failure("the backup was not made (\(error)).")
            }
            try await database.close()
            print("\(place.name) was copied to \(file).")
        }
    }
}
