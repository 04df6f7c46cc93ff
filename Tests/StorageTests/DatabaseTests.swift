import Foundation
import Storage
import TestDatabase
import Testing

@Suite struct DatabaseTests {
    @Test(arguments: Engine.all) func `what was written is there to read`(engine: Engine) async throws {
        let database = try await engine.open().withFruit()
        try await database.add("peer", weight: 150)
        #expect(try await database.fruit() == ["peer"])
    }

    @Test(arguments: Engine.all) func `a write that fails leaves nothing behind`(engine: Engine) async throws {
        let database = try await engine.open().withFruit()
        await #expect(throws: StorageError.self) {
            try await database.write { connection in
                try connection.execute("INSERT INTO fruit (name) VALUES ('appel')")
                try connection.execute("INSERT INTO fruit (name) VALUES ('')")
            }
        }
        #expect(try await database.fruit() == [])
    }

    @Test(arguments: Engine.all) func `writes of one group stand or fall alone`(engine: Engine) async throws {
        let database = try await engine.open().withFruit()
        let kept = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<200 {
                group.addTask {
                    do {
                        try await database.add(number % 5 == 0 ? "" : "vrucht \(number)")
                        return true
                    } catch {
                        return false
                    }
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(kept == 160)
        #expect(try await database.fruit().count == 160)
    }

    @Test(arguments: Engine.all) func `a rule of the schema says which`(engine: Engine) async throws {
        let database = try await engine.open().withFruit()
        try await database.add("peer")
        await #expect { try await database.add("peer") } throws: { error in
            if case StorageError.constraint(let text) = error { text.contains("fruit") } else { false }
        }
    }

    @Test(arguments: Engine.all) func `an error of the caller comes back as it is`(engine: Engine) async throws {
        struct Mine: Error {}
        let database = try await engine.open().withFruit()
        await #expect(throws: Mine.self) { try await database.write { _ in throw Mine() } }
        await #expect(throws: Mine.self) { try await database.read { _ in throw Mine() } }
    }

    @Test(arguments: Engine.all) func `a read cannot write`(engine: Engine) async throws {
        let database = try await engine.open().withFruit()
        await #expect(throws: StorageError.self) {
            try await database.read { try $0.execute("INSERT INTO fruit (name) VALUES ('appel')") }
        }
        #expect(try await database.fruit() == [])
    }

    @Test(arguments: Engine.all) func `a closed database refuses, and keeps everything`(engine: Engine) async throws {
        let place = try TestDatabase(engine)
        let database = try await place.open().withFruit()
        try await database.add("peer")
        try await database.close()
        await #expect(throws: StorageError.closed) { try await database.add("appel") }
        await #expect(throws: StorageError.closed) { try await database.fruit() }
        #expect(!FileManager.default.fileExists(atPath: place.address + "-wal"))
        #expect(try await place.open().fruit() == ["peer"])
    }

    @Test func `a backup made while others write is whole`() async throws {
        let database = try SQLiteDatabase(path: TestDatabase(.sqlite).address, clock: Clock { Instant(milliseconds: 0) })
        _ = try await database.withFruit()
        let copy = try TestDatabase(.sqlite)
        try await withThrowingTaskGroup { group in
            for number in 0..<100 { group.addTask { try await database.add("vrucht \(number)") } }
            group.addTask { try await database.backup(to: copy.address) }
            try await group.waitForAll()
        }
        let names = try await copy.open().fruit()
        #expect(Set(names).isSubset(of: Set(try await database.fruit())))
    }

    @Test func `a file that is no database is said to be unreadable`() throws {
        let place = try TestDatabase(.sqlite)
        try Data(String(repeating: "geen database ", count: 100).utf8).write(to: URL(fileURLWithPath: place.address))
        #expect { try place.open() } throws: { error in
            if case StorageError.unreadable = error { true } else { false }
        }
    }

    @Test(.enabled(if: Engine.all.contains(.postgreSQL)))
    func `a server that cannot write every letter is refused`() throws {
        let place = try TestDatabase(.postgreSQL, options: "ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0")
        #expect(throws: StorageError.unreadable("it keeps texts as LATIN1, not as UTF8")) { try place.open() }
    }

    @Test(arguments: Engine.all) func `a database of a newer version is left alone`(engine: Engine) async throws {
        let place = try TestDatabase(engine)
        let database = try place.open()
        try await database.write { try $0.execute("INSERT INTO migration VALUES ('of-tomorrow', 0)") }
        try await database.close()
        #expect(throws: StorageError.newer(unknown: ["of-tomorrow"])) { try place.open() }
    }

    @Test(.enabled(if: Engine.all.contains(.postgreSQL)))
    func `a connection that the server ended is made anew`() async throws {
        let place = try TestDatabase(.postgreSQL)
        let database = try await place.open().withFruit()
        try await database.add("peer")
        #expect(try await database.fruit() == ["peer"])
        let ended = try await place.open().write { connection in
            try connection.rows(
                """
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                WHERE datname = current_database() AND pid <> pg_backend_pid()
                """)
        }
        #expect(ended.count == 2)
        await #expect {
            try await database.write { try $0.rows("SELECT pg_terminate_backend(pg_backend_pid())").count }
        } throws: { error in
            if case StorageError.unreachable = error { true } else { false }
        }
        try await database.add("appel")
        #expect(try await database.fruit() == ["appel", "peer"])
    }

    @Test(arguments: Engine.all) func `opening twice changes the schema once`(engine: Engine) async throws {
        let place = try TestDatabase(engine)
        let count: @Sendable (any Connection) throws -> Int = { connection in
            try connection.row("SELECT count(*) AS count FROM migration")?["count"] ?? 0
        }
        let first = try place.open()
        let before = try await first.read(count)
        try await first.close()
        #expect(try await place.open().read(count) == before)
    }
}
