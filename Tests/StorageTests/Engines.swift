import Foundation
import Storage
import TestDatabase

typealias Engine = TestDatabase.Engine

extension Engine {
    func open() throws -> any Database { try TestDatabase(self).open() }
}

extension TestDatabase {
    func open() throws -> any Database {
        try open(clock: Clock { Instant(milliseconds: 1_795_500_000_000) })
    }
}

extension Database {
    /// A table to try things on.
    func withFruit() async throws -> Self {
        try await write { connection in
            try connection.execute(
                "CREATE TABLE fruit (name TEXT PRIMARY KEY CHECK (name <> ''), weight BIGINT, note TEXT)")
        }
        return self
    }

    func add(_ name: String, weight: Int? = nil) async throws {
        try await write { try $0.execute("INSERT INTO fruit (name, weight) VALUES (\(name), \(weight))") }
    }

    func fruit() async throws -> [String] {
        try await read { connection in
            try connection.rows("SELECT name FROM fruit ORDER BY name").map { row throws(StorageError) -> String in
                try row["name"]
            }
        }
    }
}
