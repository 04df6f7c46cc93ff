import Foundation
import Storage

/// The engine under test. A second one will run the same tests.
enum Engine {
    static let clock = Clock { Instant(milliseconds: 1_795_500_000_000) }

    static func path() -> String { NSTemporaryDirectory() + "meedoen-\(UUID().uuidString).sqlite" }

    static func open(_ path: String = path()) throws -> any Database {
        try SQLiteDatabase(path: path, clock: clock)
    }
}

extension Database {
    /// A table to try things on.
    func withFruit() async throws -> Self {
        try await write { connection in
            try connection.execute(
                "CREATE TABLE fruit (name TEXT PRIMARY KEY CHECK (name <> ''), weight INTEGER, note TEXT) STRICT")
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
