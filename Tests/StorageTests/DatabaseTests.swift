import Foundation
import Storage
import Testing

@Suite struct DatabaseTests {
    @Test func `what was written is there to read`() async throws {
        let database = try await Engine.open().withFruit()
        try await database.add("peer", weight: 150)
        #expect(try await database.fruit() == ["peer"])
    }

    @Test func `a write that fails leaves nothing behind`() async throws {
        let database = try await Engine.open().withFruit()
        await #expect(throws: StorageError.self) {
            try await database.write { connection in
                try connection.execute("INSERT INTO fruit (name) VALUES ('appel')")
                try connection.execute("INSERT INTO fruit (name) VALUES ('')")
            }
        }
        #expect(try await database.fruit() == [])
    }

    @Test func `writes of one group stand or fall alone`() async throws {
        let database = try await Engine.open().withFruit()
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

    @Test func `a rule of the schema says which`() async throws {
        let database = try await Engine.open().withFruit()
        try await database.add("peer")
        await #expect { try await database.add("peer") } throws: { error in
            if case StorageError.constraint(let text) = error { text.contains("fruit.name") } else { false }
        }
    }

    @Test func `an error of the caller comes back as it is`() async throws {
        struct Mine: Error {}
        let database = try await Engine.open().withFruit()
        await #expect(throws: Mine.self) { try await database.write { _ in throw Mine() } }
        await #expect(throws: Mine.self) { try await database.read { _ in throw Mine() } }
    }

    @Test func `a read cannot write`() async throws {
        let database = try await Engine.open().withFruit()
        await #expect(throws: StorageError.self) {
            try await database.read { try $0.execute("INSERT INTO fruit (name) VALUES ('appel')") }
        }
        #expect(try await database.fruit() == [])
    }

    @Test func `a closed database refuses, and the file has everything`() async throws {
        let path = Engine.path()
        let database = try await Engine.open(path).withFruit()
        try await database.add("peer")
        try await database.close()
        await #expect(throws: StorageError.closed) { try await database.add("appel") }
        await #expect(throws: StorageError.closed) { try await database.fruit() }
        #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
        #expect(try await Engine.open(path).fruit() == ["peer"])
    }

    @Test func `a backup made while others write is whole`() async throws {
        let database = try await Engine.open().withFruit()
        let copy = Engine.path()
        try await withThrowingTaskGroup { group in
            for number in 0..<100 { group.addTask { try await database.add("vrucht \(number)") } }
            group.addTask { try await database.backup(to: copy) }
            try await group.waitForAll()
        }
        let names = try await Engine.open(copy).fruit()
        #expect(Set(names).isSubset(of: Set(try await database.fruit())))
    }

    @Test func `a file that is no database is said to be unreadable`() throws {
        let path = Engine.path()
        try Data(String(repeating: "geen database ", count: 100).utf8).write(to: URL(fileURLWithPath: path))
        #expect { try Engine.open(path) } throws: { error in
            if case StorageError.unreadable = error { true } else { false }
        }
    }

    @Test func `a file of a newer version is left alone`() async throws {
        let path = Engine.path()
        let database = try Engine.open(path)
        try await database.write { try $0.execute("INSERT INTO migration VALUES ('of-tomorrow', 0)") }
        try await database.close()
        #expect(throws: StorageError.newer(unknown: ["of-tomorrow"])) { try Engine.open(path) }
    }

    @Test func `opening twice changes the schema once`() async throws {
        let path = Engine.path()
        let count: @Sendable (any Connection) throws -> Int = { connection in
            try connection.row("SELECT count(*) AS count FROM migration")?["count"] ?? 0
        }
        let first = try Engine.open(path)
        let before = try await first.read(count)
        try await first.close()
        #expect(try await Engine.open(path).read(count) == before)
    }
}
