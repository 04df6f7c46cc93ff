import Foundation
import Storage

/// Where everything is kept.
enum DatabasePlace {
    /// A SQLite file.
    case file(String)
    /// A PostgreSQL server, as libpq is told of it.
    case server(String)

    init(_ text: String) {
        let isServer = ["postgres://", "postgresql://"].contains { text.hasPrefix($0) }
        self = isServer ? .server(text) : .file(text)
    }

    /// For sentences: never with a password.
    var name: String {
        switch self {
        case .file(let path): return path
        case .server(let address):
            guard var parts = URLComponents(string: address) else { return "the PostgreSQL server" }
            (parts.password, parts.query) = (nil, nil)
            return parts.string ?? "the PostgreSQL server"
        }
    }

    /// `meedoen.audit-heads` beside `meedoen.sqlite`, or in this folder where the database is elsewhere; so stands
    /// everything that belongs to a database.
    func besides(_ ending: String) -> String {
        switch self {
        case .file(let path): URL(fileURLWithPath: path).deletingPathExtension().appendingPathExtension(ending).path
        case .server: "meedoen.\(ending)"
        }
    }

    /// Opens it, or ends the command with a sentence.
    ///
    /// - Parameter checkpoints: false for a command that writes beside a running server, which does the checkpoints.
    func open(checkpoints: Bool = true) throws -> any Database {
        do {
            switch self {
            case .file(let path): return try SQLiteDatabase(path: path, checkpoints: checkpoints, clock: .system)
            case .server(let address): return try PostgreSQLDatabase(address: address, clock: .system)
            }
        } catch StorageError.newer {
            throw Failure("\(name) was made by a newer version of Meedoen; install that version and start again.")
        } catch {
            throw Failure("\(name) cannot be opened as a Meedoen database (\(error)).")
        }
    }
}
