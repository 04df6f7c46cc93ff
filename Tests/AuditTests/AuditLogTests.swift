import Audit
import Foundation
import Storage
import Testing

@Suite struct AuditLogTests {
    let database: SQLiteDatabase
    let fatma = AccountID(at: Instant(milliseconds: 1), Randomness { [UInt8](repeating: 1, count: $0) })
    let carla = AccountID(at: Instant(milliseconds: 2), Randomness { [UInt8](repeating: 2, count: $0) })

    init() throws {
        database = try SQLiteDatabase(
            path: NSTemporaryDirectory() + "meedoen-\(UUID().uuidString).sqlite",
            clock: Clock { Instant(milliseconds: 3) })
    }

    private var entry: AuditEntry {
        AuditEntry(
            "learner.attempts-seen", AuditObject("account", fatma.rawValue), at: Instant(milliseconds: 5), by: carla,
            about: fatma, for: .coaching)
    }

    private func entries() async throws -> [AuditEntry] {
        try await database.read { [fatma] in try AuditLog().entries(about: fatma, on: $0) }
    }

    @Test func `an entry comes back as it was written, the newest first`() async throws {
        var second = entry
        second.result = .refused(reason: "out-of-scope")
        try await database.write { [entry, second] connection in
            try AuditLog().append(entry, on: connection)
            try AuditLog().append(second, on: connection)
        }
        let found = try await entries()
        #expect(found == [second, entry])
    }

    @Test(arguments: ["UPDATE audit_entry SET action = 'x'", "DELETE FROM audit_entry"] as [SQL])
    func `the schema refuses to change or remove an entry`(statement: SQL) async throws {
        try await database.write { [entry] in try AuditLog().append(entry, on: $0) }
        await #expect(throws: StorageError.self) { try await database.write { try $0.execute(statement) } }
        #expect(try await entries() == [entry])
    }

    @Test func `a deed that fails leaves no entry`() async throws {
        struct Refused: Error {}
        await #expect(throws: Refused.self) {
            try await database.write { [entry] connection in
                try AuditLog().append(entry, on: connection)
                throw Refused()
            }
        }
        #expect(try await entries() == [])
    }
}
