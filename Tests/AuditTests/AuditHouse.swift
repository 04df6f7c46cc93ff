import Audit
import Foundation
import GRDBSQLite
import Storage
import TestDatabase

/// A real database with a log in it, and somebody who gets at the file itself.
final class AuditHouse: Sendable {
    static let start = Instant(milliseconds: 1_795_500_000_000)

    let path = NSTemporaryDirectory() + "meedoen-\(UUID().uuidString)"
    let place: TestDatabase
    let database: any Database
    let heads: HeadsFile
    let signing: HeadSigning
    let fatma = AuditHouse.account(1)
    let carla = AuditHouse.account(2)
    let bram = AuditHouse.account(3)

    init() throws {
        let clock = Clock { Self.start }
        place = try TestDatabase()
        database = try place.open(clock: clock)
        heads = HeadsFile(path + ".audit-heads")
        signing = HeadSigning(
            database: database, clock: clock, keyFile: SigningKeyFile(path + ".audit-key"), heads: heads)
    }

    static func account(_ number: UInt8) -> AccountID {
        AccountID(at: start, Randomness { [UInt8](repeating: number, count: $0) })
    }

    var mandate: MandateID { MandateID(at: Self.start, Randomness { [UInt8](repeating: 9, count: $0) }) }

    func entry(_ number: Int) -> AuditEntry {
        let at = Self.start + .seconds(number)
        switch number % 3 {
        case 0:
            return AuditEntry(
                "learner.attempts-seen", AuditObject("account", fatma.rawValue), at: at, by: carla, about: fatma, for: .coaching)
        case 1:
            return AuditEntry(
                "act.recorded", AuditObject("mandate", mandate.rawValue), at: at, by: bram, about: fatma, onBehalfOf: fatma,
                mandate: mandate, for: .mandate, result: .refused(reason: "out-of-scope"))
        default:
            return AuditEntry(
                "session.opened", AuditObject("account", carla.rawValue), at: at, by: carla, about: carla, for: .access)
        }
    }

    /// Writes that many entries.
    func write(_ count: Int) async throws {
        try await database.write { [self] connection in
            for number in 0..<count { try AuditLog().append(entry(number), on: connection) }
        }
    }

    func verify(_ file: HeadsFile? = nil) async throws -> [AuditFault] {
        try await AuditVerification(of: database, against: file ?? (heads.exists ? heads : nil)).faults
    }

    /// What somebody does who can write in the database itself: first the triggers go, and no rule of the schema holds.
    /// The statements are written for SQLite.
    func attack(_ statements: String...) async throws {
        switch place.engine {
        case .sqlite: try attackFile(statements)
        case .postgreSQL: try await attackServer(statements)
        }
    }

    private func attackFile(_ statements: [String]) throws {
        var file: OpaquePointer?
        defer { sqlite3_close(file) }
        let removal = Self.triggers.map { "DROP TRIGGER IF EXISTS \($0)" }
        let rules = ["PRAGMA ignore_check_constraints = ON", "PRAGMA foreign_keys = OFF", "PRAGMA busy_timeout = 5000"]
        guard sqlite3_open(place.address, &file) == SQLITE_OK else { throw AttackFailed() }
        for statement in rules + removal + statements {
            guard sqlite3_exec(file, statement, nil, nil, nil) == SQLITE_OK else {
                throw AttackFailed(text: "\(statement): \(String(cString: sqlite3_errmsg(file)))")
            }
        }
    }

    private func attackServer(_ statements: [String]) async throws {
        let removal = ["audit_entry", "audit_person"].map { "ALTER TABLE \($0) DISABLE TRIGGER ALL" }
        let rules = """
            DO $$ DECLARE rule record; BEGIN
                FOR rule IN SELECT conrelid::regclass AS place, conname AS name FROM pg_constraint
                    WHERE contype = 'c' AND conrelid IN ('audit_entry'::regclass, 'audit_person'::regclass)
                LOOP EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', rule.place, rule.name); END LOOP;
            END $$
            """
        try await database.write { [place] connection in
            for statement in removal + [rules] + statements.map(place.engine.worded) {
                try connection.execute(SQL(stringLiteral: statement))
            }
        }
    }

    struct AttackFailed: Error { var text = "" }

    static let triggers = [
        "audit_entry_is_never_changed", "audit_entry_is_never_removed", "audit_entry_comes_last",
        "audit_person_is_emptied_by_erasing_only", "audit_person_is_never_removed", "audit_person_comes_last",
    ]

    func lines() throws -> [String] {
        try String(contentsOfFile: heads.path, encoding: .utf8).split(separator: "\n").map(String.init)
    }

    func replaceLines(_ lines: [String]) throws {
        try (lines.joined(separator: "\n") + "\n").write(toFile: heads.path, atomically: true, encoding: .utf8)
    }
}

extension TestDatabase.Engine {
    /// A statement that was written for SQLite, with bytes as the engine has them.
    func worded(_ statement: String) -> String {
        switch self {
        case .sqlite: statement
        case .postgreSQL:
            statement.replacing("zeroblob(32)", with: "decode(repeat('00', 32), 'hex')")
                .replacing(/x'([0-9a-f]*)'/) { "decode('\($0.1)', 'hex')" }
        }
    }
}
