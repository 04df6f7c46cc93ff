import Foundation
import Storage
import Synchronization
import Testing

@testable import Audit

/// The head of the chain is signed every hour, by a clock that the test sets.
@Suite struct HourlySigningTests {
    /// A clock that stands still until it is told to move.
    private final class HandClock: Sendable {
        private let instant = Mutex(AuditHouse.start)
        func advance(by duration: Duration) { instant.withLock { $0 = $0 + duration } }
        var clock: Clock { Clock { self.instant.withLock(\.self) } }
    }

    private final class Told: Sendable {
        private let names = Mutex<[String]>([])
        func tell(_ name: String) { names.withLock { $0.append(name) } }
        var all: [String] { names.withLock(\.self) }
    }

    private let house: AuditHouse
    private let hand = HandClock()
    private let told = Told()
    private let signing: HeadSigning
    private let rounds: HourlyRounds

    init() throws {
        let house = try AuditHouse()
        let signing = HeadSigning(
            database: house.database, clock: hand.clock, keyFile: SigningKeyFile(house.path + ".audit-key"), heads: house.heads)
        self.house = house
        self.signing = signing
        rounds = HourlyRounds(
            clock: hand.clock, deeds: [.init("signing") { try await signing.sign() }, .init("failing") { throw Broken() }],
            tell: { [told] name, _ in told.tell(name) })
    }

    private struct Broken: Error {}

    private var heads: Int { get throws { try house.lines().count { $0.hasPrefix("head ") } } }

    @Test func `once an hour, however often it is asked`() async throws {
        try await signing.prepare()
        var signedAt: [Int] = []
        for minute in 1...200 {
            hand.advance(by: .minutes(1))
            try await house.write(1)
            let before = try heads
            await rounds.tick()
            if try heads > before { signedAt.append(minute) }
        }
        #expect(signedAt == [60, 120, 180])
        let found = try await AuditVerification(of: house.database, against: house.heads)
        #expect(found.faults == [])
        #expect(found.newestHead?.at == AuditHouse.start + .minutes(180))
        #expect(found.newestHead?.sequence == 181)
    }

    @Test func `not a millisecond before the hour is full`() async throws {
        try await signing.prepare()
        hand.advance(by: .hours(1) - .milliseconds(1))
        await rounds.tick()
        #expect(try heads == 0)
        hand.advance(by: .milliseconds(1))
        await rounds.tick()
        #expect(try heads == 1)
    }

    @Test func `what fails is told, and tried again the next hour`() async throws {
        try await signing.prepare()
        let key = house.path + ".audit-key"
        try FileManager.default.moveItem(atPath: key, toPath: key + "-away")
        hand.advance(by: .hours(1))
        await rounds.tick()
        #expect(told.all == ["signing", "failing"])
        #expect(try heads == 0)
        try FileManager.default.moveItem(atPath: key + "-away", toPath: key)
        hand.advance(by: .minutes(59))
        await rounds.tick()
        #expect(try heads == 0)
        hand.advance(by: .minutes(1))
        await rounds.tick()
        #expect(try heads == 1)
        #expect(told.all == ["signing", "failing", "failing"])
    }

    @Test func `a clock that was set back does not stop the rounds`() async throws {
        try await signing.prepare()
        hand.advance(by: .hours(-48))
        await rounds.tick()
        hand.advance(by: .hours(1))
        await rounds.tick()
        #expect(try heads == 1)
    }
}
