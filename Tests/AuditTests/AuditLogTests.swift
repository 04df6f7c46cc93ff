import Audit
import Foundation
import Storage
import TestDatabase
import Testing

@Suite struct AuditLogTests {
    let database: any Database
    let fatma = AccountID(at: Instant(milliseconds: 1), Randomness { [UInt8](repeating: 1, count: $0) })
    let carla = AccountID(at: Instant(milliseconds: 2), Randomness { [UInt8](repeating: 2, count: $0) })

    init() throws {
        database = try TestDatabase.open(clock: Clock { Instant(milliseconds: 3) })
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

    /// All ways in which an engine changes or removes a row.
    static let changes: [String] =
        [
            "UPDATE audit_entry SET action = 'x'", "DELETE FROM audit_entry",
            "UPDATE audit_person SET account_id = NULL, salt = NULL", "UPDATE audit_person SET salt = zeroblob(32)",
            "DELETE FROM audit_person",
        ]
        + (TestDatabase.Engine.chosen == .sqlite
            ? [
                "INSERT OR REPLACE INTO audit_entry SELECT * FROM audit_entry",
                "INSERT OR REPLACE INTO audit_person SELECT * FROM audit_person",
                "INSERT OR REPLACE INTO audit_person SELECT number + 9, zeroblob(32), account_id, salt FROM audit_person",
            ]
            : [
                "INSERT INTO audit_entry SELECT * FROM audit_entry ON CONFLICT (sequence) DO UPDATE SET action = 'x'",
                "INSERT INTO audit_person SELECT * FROM audit_person ON CONFLICT (number) DO UPDATE SET salt = NULL",
                "TRUNCATE audit_entry", "TRUNCATE audit_person",
            ])

    @Test(arguments: changes)
    func `the schema refuses to change or remove an entry or a person`(change: String) async throws {
        try await database.write { [entry] in try AuditLog().append(entry, on: $0) }
        let statement = SQL(stringLiteral: TestDatabase.Engine.chosen.worded(change))
        await #expect { try await database.write { try $0.execute(statement) } } throws: { error in
            if case StorageError.constraint = error { true } else { false }
        }
        #expect(try await entries() == [entry])
    }

    @Test func `no id of a person stands in an entry`() async throws {
        try await database.write { [entry] in try AuditLog().append(entry, on: $0) }
        let bytes = [fatma, carla].map { Array($0.rawValue.utf8) }
        let rows = try await database.read { [fatma, carla] connection in
            try connection.rows(
                """
                SELECT 1 FROM audit_entry
                WHERE object_id IN (\(fatma), \(carla)) OR subject IN (\(list: bytes)) OR actor IN (\(list: bytes))
                OR on_behalf_of IN (\(list: bytes)) OR object_person IN (\(list: bytes))
                """)
        }
        #expect(rows.isEmpty)
    }

    @Test func `only the person who is erased is emptied`() async throws {
        try await database.write { [entry, fatma, carla] connection in
            try AuditLog().append(entry, on: connection)
            try AuditLog().erase(fatma, by: carla, at: Instant(milliseconds: 6), on: connection)
        }
        await #expect(throws: StorageError.self) {
            try await database.write { [carla] in
                try $0.execute("UPDATE audit_person SET account_id = NULL, salt = NULL WHERE account_id = \(carla)")
            }
        }
        #expect(try await entries() == [])
    }

    @Test func `free text is refused`() async throws {
        var wordy = entry
        wordy.result = .refused(reason: "she forgot her code")
        await #expect(throws: StorageError.self) {
            try await database.write { [wordy] in try AuditLog().append(wordy, on: $0) }
        }
    }

    @Test func `what was done before is found, by whom and with what`() async throws {
        try await database.write { [entry] in try AuditLog().append(entry, on: $0) }
        var other = entry
        other.actor = fatma
        let known = try await database.read { [entry, other] connection in
            [
                try AuditLog().isKnown(entry, since: Instant(milliseconds: 4), on: connection),
                try AuditLog().isKnown(entry, since: Instant(milliseconds: 5), on: connection),
                try AuditLog().isKnown(other, since: Instant(milliseconds: 4), on: connection),
            ]
        }
        #expect(known == [true, false, false])
    }

    @Test func `the log is read page by page, filtered`() async throws {
        try await database.write { [entry] connection in
            for number in 0..<10 {
                var entry = entry
                entry.at = Instant(milliseconds: number * 10)
                if number == 4 { entry.result = .refused(reason: "wrong") }
                if number > 6 { entry.action = "learner.helped" }
                try AuditLog().append(entry, on: connection)
            }
        }
        func page(_ filter: AuditFilter, before: Int? = nil) async throws -> [Int] {
            try await database.read { try AuditLog().page(filter, before: before, size: 3, on: $0).map(\.sequence) }
        }
        #expect(try await page(AuditFilter()) == [10, 9, 8])
        #expect(try await page(AuditFilter(), before: 8) == [7, 6, 5])
        #expect(try await page(AuditFilter(outcome: .refused)) == [5])
        #expect(try await page(AuditFilter(action: "learner.attempts-seen")) == [7, 6, 5])
        #expect(try await page(AuditFilter(from: Instant(milliseconds: 10), until: Instant(milliseconds: 30))) == [3, 2])
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
