import ArgumentParser
import Audit
import Foundation
import Storage

/// Fills a log with entries by the ordinary call, and prints what one costs in microseconds of processor time: `chained`, and `plain` for
/// a row of the same columns without chain and commitments, as the log was before it had them. Then how long SHA-256
/// alone takes for as many entries.
struct BenchAudit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "audit")
    @OptionGroup var options: DatabaseOptions
    @Option var entries = 1_000_000

    private static let people = 1000
    /// As many as the writer makes durable together at most.
    private static let group = 256

    func run() async throws {
        try await failing {
            let database = try options.place().open()
            let world = World.real
            let people = (0..<Self.people).map { _ in world.newID() as AccountID }
            let sample = min(entries, 100_000)
            try await database.write { try PlainEntryStore().make(on: $0) }
            let plain = try await timed(0..<sample, database) { try PlainEntryStore().insert(Self.entry($0, people, world), on: $1) }
            let chained = try await timed(0..<sample, database) { try AuditLog().append(Self.entry($0, people, world), on: $1) }
            _ = try await timed(sample..<entries, database) { try AuditLog().append(Self.entry($0, people, world), on: $1) }
            print("plain \(plain)\nchained \(chained)\nsha256 \(hashing())")
            // The second schema has nothing to do in a log that is verified.
            try await database.write { try PlainEntryStore().remove(on: $0) }
            try await database.close()
        }
    }

    /// Coaches look at answers, helpers act, people sign in.
    private static func entry(_ number: Int, _ people: [AccountID], _ world: World) -> AuditEntry {
        let (actor, subject) = (people[number * 7 % people.count], people[number * 13 % people.count])
        let at = Instant(milliseconds: 1_795_500_000_000 + number * 100)
        switch number % 4 {
        case 0:
            let mandate = MandateID(rawValue: people[number % 97].rawValue)
            return AuditEntry(
                "act.recorded", AuditObject("mandate", mandate?.rawValue ?? ""), at: at, by: actor, about: subject,
                onBehalfOf: subject, mandate: mandate, for: .mandate)
        case 1:
            return AuditEntry(
                "session.opened", AuditObject("account", actor.rawValue), at: at, by: actor, about: actor, for: .access)
        default:
            return AuditEntry(
                "learner.attempts-seen", AuditObject("account", subject.rawValue), at: at, by: actor, about: subject,
                for: .coaching)
        }
    }

    /// Microseconds for one.
    private func timed(
        _ numbers: Range<Int>, _ database: any Database,
        _ work: @escaping @Sendable (Int, any Connection) throws -> Void
    ) async throws -> Double {
        let begin = Self.processorTime()
        for start in stride(from: numbers.lowerBound, to: numbers.upperBound, by: Self.group) {
            try await database.write { connection in
                for number in start..<min(start + Self.group, numbers.upperBound) { try work(number, connection) }
            }
        }
        return (Self.processorTime() - begin) * 1_000_000 / Double(max(1, numbers.count))
    }

    /// Seconds that this program has used, its own and the system's for it; POSIX counts a million to each.
    private static func processorTime() -> Double { Double(clock()) / 1_000_000 }

    /// Seconds for as many times the bytes of an entry.
    private func hashing() -> Double {
        var bytes = [UInt8](repeating: 0, count: 250)
        var digest = [UInt8](repeating: 0, count: SHA256.length)
        let sha256 = SHA256()
        let begin = Self.processorTime()
        for number in 0..<entries {
            bytes[0] = UInt8(truncatingIfNeeded: number)
            sha256.digest(bytes, into: &digest)
        }
        return Self.processorTime() - begin
    }
}
