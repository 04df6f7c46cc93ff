import CPostgreSQL
import Foundation
package import Storage

/// The database of one test, new and empty.
package struct TestDatabase: Sendable {
    package enum Engine: String, Sendable {
        case sqlite
        case postgreSQL

        /// SQLite, unless MEEDOEN_TEST_ENGINE says `postgreSQL`.
        package static var chosen: Engine {
            ProcessInfo.processInfo.environment["MEEDOEN_TEST_ENGINE"].flatMap(Engine.init) ?? .sqlite
        }

        /// PostgreSQL too where there is a server to test with (script/with-postgresql).
        package static var all: [Engine] { TestDatabase.server == nil ? [.sqlite] : [.sqlite, .postgreSQL] }
    }

    package let engine: Engine
    /// The path of the file, or the words that libpq connects by.
    package let address: String

    /// - Parameter options: of PostgreSQL's `CREATE DATABASE`.
    package init(_ engine: Engine = .chosen, options: String = "") throws {
        self.engine = engine
        switch engine {
        case .sqlite: address = NSTemporaryDirectory() + "meedoen-\(UUID().uuidString).sqlite"
        case .postgreSQL: address = try Self.makeOnServer(options)
        }
    }

    package func open(clock: Clock) throws -> any Database {
        switch engine {
        case .sqlite: try SQLiteDatabase(path: address, clock: clock)
        case .postgreSQL: try PostgreSQLDatabase(address: address, clock: clock)
        }
    }

    package static func open(clock: Clock) throws -> any Database { try TestDatabase().open(clock: clock) }

    fileprivate static var server: String? { ProcessInfo.processInfo.environment["MEEDOEN_TEST_POSTGRESQL"] }

    /// A database of its own; it goes with the server.
    private static func makeOnServer(_ options: String) throws -> String {
        let name = "test_" + UUID().uuidString.replacing("-", with: "").lowercased()
        guard let server, let connection = PQconnectdb(server + " dbname=postgres") else { throw NoServer(reason: "none is named") }
        defer { PQfinish(connection) }
        let answer = PQexec(connection, "CREATE DATABASE \(name) \(options)")
        defer { PQclear(answer) }
        guard PQresultStatus(answer) == PGRES_COMMAND_OK else {
            throw NoServer(reason: String(cString: PQerrorMessage(connection)))
        }
        return server + " dbname=" + name
    }

    struct NoServer: Error { let reason: String }
}
