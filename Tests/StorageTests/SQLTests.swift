import Storage
import TestDatabase
import Testing

@Suite struct SQLTests {
    @Test(arguments: Engine.all) func `every kind of value comes back as it went in`(engine: Engine) async throws {
        let database = try engine.open()
        let text = "'; DROP TABLE account; -- “é” \u{1F333}"
        let nothing: String? = nil
        let row = try await database.read { connection in
            try connection.row(
                """
                SELECT \(42) AS number, \(1.5) AS fraction, \(text) AS text, \([UInt8]([0, 255])) AS bytes,
                \(true) AS yes, \(nothing) AS missing
                """)
        }
        let found = try #require(row)
        #expect(try found["number"] == 42)
        #expect(try found["fraction"] == 1.5)
        #expect(try found["text"] == text)
        #expect(try found["bytes"] == [UInt8]([0, 255]))
        #expect(try found["yes"] == true)
        #expect(try found["missing"] == nothing)
    }

    @Test(arguments: Engine.all) func `a list becomes a parameter for each, and an empty one is in nothing`(engine: Engine) async throws {
        let database = try await engine.open().withFruit()
        for name in ["appel", "kers", "peer"] { try await database.add(name) }
        let count: @Sendable ([String]) async throws -> Int = { names in
            try await database.read { connection in
                try connection.row("SELECT count(*) AS count FROM fruit WHERE name IN (\(list: names))")?["count"] ?? -1
            }
        }
        #expect(try await count(["appel", "peer", "kers'"]) == 2)
        #expect(try await count([]) == 0)
    }

    @Test(arguments: Engine.all) func `statements can be put together`(engine: Engine) async throws {
        let database = try await engine.open().withFruit()
        try await database.add("peer", weight: 150)
        let filter: SQL = "WHERE weight > \(100)"
        let names = try await database.read { try $0.rows("SELECT name FROM fruit \(filter) AND name <> \("appel")").count }
        #expect(names == 1)
    }

    @Test(arguments: Engine.all) func `a column that is missing or of another kind is an error`(engine: Engine) async throws {
        let database = try engine.open()
        let row = try #require(try await database.read { try $0.row("SELECT 'tekst' AS text") })
        #expect(throws: StorageError.noSuchColumn("nummer")) { let _: Int = try row["nummer"] }
        #expect(throws: StorageError.unexpectedValue(column: "text", expected: "Int")) { let _: Int = try row["text"] }
    }
}
