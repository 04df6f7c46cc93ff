import Foundation
import Storage
import TestDatabase
import Testing

@testable import Audit

/// Somebody who can write in the database itself tries everything.
@Suite struct AuditVerificationTests {
    let house: AuditHouse

    init() throws { house = try AuditHouse() }

    @Test func `a log that nobody touched is whole`() async throws {
        #expect(try await house.verify() == [])
        try await house.write(30)
        #expect(try await house.verify() == [])
        try await house.signing.prepare()
        try await house.signing.sign()
        let found = try await AuditVerification(of: house.database, against: house.heads)
        #expect(found.faults == [])
        #expect((found.entries, found.people, found.heads) == (31, 3, 1))
        #expect(found.newestHead?.sequence == 31)
    }

    @Test(.enabled(if: TestDatabase.Engine.chosen == .postgreSQL))
    func `processes that share a server write in turn`() async throws {
        let other = try house.place.open(clock: Clock { AuditHouse.start })
        try await withThrowingTaskGroup { group in
            for number in 0..<100 {
                group.addTask { [house] in
                    let database = number % 2 == 0 ? house.database : other
                    try await database.write { try AuditLog().append(house.entry(number), on: $0) }
                }
            }
            try await group.waitForAll()
        }
        let found = try await AuditVerification(of: other, against: nil)
        #expect((found.entries, found.faults) == (100, []))
    }

    /// Each column of an entry, and what it becomes.
    static let changes = [
        "at = at + 1", "actor = NULL", "actor = (SELECT commitment FROM audit_person WHERE number = 2)",
        "actor = zeroblob(32)", "on_behalf_of = NULL", "on_behalf_of = actor", "mandate_id = NULL",
        "mandate_id = '019dc8e4-5c00-7000-8000-000000000000'", "action = 'act.recorde'", "object_kind = 'mandat'",
        "object_id = NULL", "object_id = ''", "object_person = subject", "subject = NULL", "subject = actor",
        "purpose = 'learning'", "result = 'done'", "reason = NULL", "reason = 'suspended'", "origin = 'command'",
        "hash = zeroblob(32)", "hash = x'00'",
        // A letter that moves from one field to the next.
        "action = 'act.recordedm', object_kind = 'andate'",
    ]

    @Test(arguments: changes) func `a column that was changed shows`(change: String) async throws {
        try await house.write(20)
        try await house.attack("UPDATE audit_entry SET \(change) WHERE sequence = 11")
        #expect(try await house.verify() == [.changed(11)])
    }

    @Test func `every column is among the changes`() async throws {
        let names: SQL =
            switch house.place.engine {
            case .sqlite: "SELECT name FROM pragma_table_info('audit_entry')"
            case .postgreSQL: "SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'audit_entry'"
            }
        let columns = try await house.database.read { try $0.rows(names).map { try $0["name"] as String } }
        #expect(columns.count == 15)
        for column in columns where column != "sequence" {
            #expect(Self.changes.contains { $0.hasPrefix("\(column) =") }, "\(column)")
        }
    }

    @Test(arguments: [1, 2, 10, 19]) func `an entry that was removed shows`(sequence: Int) async throws {
        try await house.write(20)
        try await house.attack("DELETE FROM audit_entry WHERE sequence = \(sequence)")
        #expect(try await house.verify() == [.missing(sequence)])
    }

    @Test(arguments: [1, 2, 10, 19])
    func `an entry that was removed shows, also where those after it moved up`(sequence: Int) async throws {
        try await house.write(20)
        try await house.attack(
            "DELETE FROM audit_entry WHERE sequence = \(sequence)",
            "UPDATE audit_entry SET sequence = -sequence WHERE sequence > \(sequence)",
            "UPDATE audit_entry SET sequence = -sequence - 1 WHERE sequence < 0")
        #expect(try await house.verify() == [.changed(sequence)])
    }

    @Test(arguments: [(1, 2), (5, 6), (5, 17), (19, 20)]) func `entries that were swapped show`(first: Int, second: Int) async throws {
        try await house.write(20)
        try await house.attack(
            "UPDATE audit_entry SET sequence = -1 WHERE sequence = \(first)",
            "UPDATE audit_entry SET sequence = \(first) WHERE sequence = \(second)",
            "UPDATE audit_entry SET sequence = \(second) WHERE sequence = -1")
        #expect(try await house.verify() == [.changed(first)])
    }

    @Test(arguments: [1, 7, 20]) func `an entry that was inserted shows`(sequence: Int) async throws {
        try await house.write(20)
        try await house.attack(
            "UPDATE audit_entry SET sequence = -sequence WHERE sequence >= \(sequence)",
            "UPDATE audit_entry SET sequence = -sequence + 1 WHERE sequence < 0", copy(to: sequence))
        #expect(try await house.verify() == [.changed(sequence)])
    }

    @Test func `an entry at a place that the log never gives out shows`() async throws {
        try await house.write(20)
        try await house.attack(copy(to: 0))
        #expect(try await house.verify() == [.inserted(0)])
        try await house.attack("DELETE FROM audit_entry WHERE sequence = 0", copy(to: 22))
        #expect(try await house.verify() == [.missing(21)])
        try await house.attack("UPDATE audit_entry SET sequence = 21 WHERE sequence = 22")
        #expect(try await house.verify() == [.changed(21)])
    }

    /// A copy of the tenth entry, somewhere else.
    private func copy(to sequence: Int) -> String {
        """
        INSERT INTO audit_entry SELECT \(sequence), at, actor, on_behalf_of, mandate_id, action, object_kind, object_id,
            object_person, subject, purpose, result, reason, origin, hash
        FROM audit_entry WHERE at = \(house.entry(9).at.milliseconds) LIMIT 1
        """
    }

    @Test func `a tail that was cut off shows by what was signed`() async throws {
        try await house.signing.prepare()
        try await house.write(20)
        try await house.signing.sign()
        try await house.attack("DELETE FROM audit_entry WHERE sequence > 15")
        #expect(try await house.verify() == [.truncated(last: 15, signed: 21, head: AuditHouse.start)])
        try await house.attack("DELETE FROM audit_entry")
        #expect(try await house.verify().first == .truncated(last: 0, signed: 21, head: AuditHouse.start))
    }

    @Test func `a log that was written anew, with right hashes, shows by what was signed`() async throws {
        try await house.signing.prepare()
        try await house.write(10)
        try await house.signing.sign()
        try await house.write(10)
        try await house.signing.sign()
        try await house.attack("UPDATE audit_entry SET origin = 'command' WHERE sequence = 14")
        try await chainAnew(from: 14)
        #expect(try await house.verify() == [.rewritten(after: 11, upTo: 21, head: AuditHouse.start)])
        let elsewhere = HeadsFile(NSTemporaryDirectory() + "none-\(UUID().uuidString)")
        #expect(try await house.verify(elsewhere) == [], "without heads nobody can tell")
    }

    /// What an attacker does who can read this program as well.
    private func chainAnew(from first: Int) async throws {
        let hashes = try await house.database.read { connection -> [Int: [UInt8]] in
            var hashes: [Int: [UInt8]] = [:]
            var previous: [UInt8] = []
            try AuditEntryStore().scan(on: connection) { row in
                let sequence = row.integer(0) ?? 0
                if sequence >= first {
                    var canonical = CanonicalBytes("MAE1")
                    canonical.append(previous)
                    canonical.append(sequence)
                    canonical.append(row.integer(1) ?? 0)
                    for column in 2...13 { canonical.append(row.bytes(column)) }
                    previous = SHA256.digest(of: canonical.bytes)
                    hashes[sequence] = previous
                } else {
                    previous = row.bytes(14).map(Array.init) ?? []
                }
                return true
            }
            return hashes
        }
        for (sequence, hash) in hashes {
            try await house.attack("UPDATE audit_entry SET hash = x'\(Hex.text(hash))' WHERE sequence = \(sequence)")
        }
    }

    @Test(arguments: [
        "UPDATE audit_person SET account_id = '019dc8e4-5c00-7000-8000-000000000000' WHERE number = 1",
        "UPDATE audit_person SET salt = zeroblob(32) WHERE number = 1", "DELETE FROM audit_person WHERE number = 1",
        "UPDATE audit_person SET commitment = zeroblob(32) WHERE number = 1",
    ]) func `a person who was exchanged or removed shows at the first entry that names them`(statement: String) async throws {
        try await house.write(20)
        try await house.attack(statement)
        #expect(try await house.verify() == [.personLost(entry: 1)])
    }

    @Test func `a person who was emptied without the deed shows`() async throws {
        try await house.write(20)
        try await house.attack("UPDATE audit_person SET account_id = NULL, salt = NULL WHERE number = 2")
        #expect(try await house.verify() == [.emptied(person: 2)])
    }

    @Test func `erasing a person leaves the chain whole, and nobody behind the entries`() async throws {
        try await house.write(20)
        try await house.signing.prepare()
        try await house.signing.sign()
        try await house.database.write { [house] in
            try AuditLog().erase(house.fatma, by: house.carla, at: AuditHouse.start, on: $0)
        }
        #expect(try await house.verify() == [])
        let entries = try await house.database.read { [house] in
            #expect(try AuditLog().entries(about: house.fatma, on: $0) == [])
            return try AuditLog().page(AuditFilter(), size: 100, on: $0)
        }
        #expect(entries.count == 22)
        #expect(entries.first?.entry.action == .accountErased)
        for logged in entries {
            #expect(![logged.entry.subject, logged.entry.actor, logged.entry.onBehalfOf].contains(house.fatma))
            #expect(logged.entry.object.id != house.fatma.rawValue)
        }
        #expect(entries.contains { $0.subjectMark != nil && $0.entry.subject == nil })
    }
}
