import Accounts
import Courseware
import Storage
import Testing

@testable import Mandates

/// Random sequences of deeds, with somebody who keeps the books by hand beside the rules.
@Suite struct MandateModelTests {
    static let acts: [ActID] = ["aanvragen", "bekijken", "opzeggen"]

    static let day = Day(TestMandate.start)
    static let event = MandateEventID(at: TestMandate.start, .system)

    /// The books: what a person would write down who sees each deed that was done.
    struct Books {
        var isConfirmed: Bool
        var hasAgreed = false
        var agreedOn: Day?
        var isPaused = false
        var ending: Mandate.Ending?
        var left: Set<ActID>
        var entries: [MandateEvent] = []

        mutating func write(_ event: MandateEvent) {
            entries.append(event)
            switch event.deed {
            case .confirmed: isConfirmed = true
            case .consented, .consentedOnPaper: (hasAgreed, agreedOn) = (true, Day(event.at))
            case .suspended, .objected: isPaused = true
            case .resumed: isPaused = false
            case .actWithdrawn(let act, _):
                left.remove(act)
                if left.isEmpty { ending = .revoked }
            case .refused: ending = .refused
            case .revoked: ending = .revoked
            case .returned: ending = .returned
            case .renewed: ending = .renewed
            case .died: ending = .died
            case .incapable: ending = .incapable
            }
        }
    }

    /// Numbers that are the same each time (SplitMix64).
    struct Dice: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var number = state
            number = (number ^ (number >> 30)) &* 0xBF58_476D_1CE4_E5B9
            number = (number ^ (number >> 27)) &* 0x94D0_49BB_1331_11EB
            return number ^ (number >> 31)
        }
    }

    @Test func `no sequence of deeds gives a right that was not given`() async {
        await withTaskGroup(of: (recorded: Int, done: Int).self) { group in
            for part in 0..<10 { group.addTask { await Self.play(1_000, seed: UInt64(part)) } }
            let total = await group.reduce(into: (recorded: 0, done: 0)) {
                $0 = ($0.recorded + $1.recorded, $0.done + $1.done)
            }
            #expect(total.recorded > 10_000, "the sequences must reach running mandates")
            #expect(total.done > 30_000)
        }
    }

    private static func play(_ sequences: Int, seed: UInt64) async -> (recorded: Int, done: Int) {
        var dice = Dice(state: seed)
        var (recorded, done) = (0, 0)
        for _ in 0..<sequences {
            // Other tests get a turn.
            await Task.yield()
            var mandate = TestMandate.make(isHighRisk: Bool.random(using: &dice))
            var books = Books(isConfirmed: !mandate.needsConfirmation, left: Set(mandate.acts))
            var now = mandate.offeredAt
            for _ in 0..<50 {
                now = now + .milliseconds(Int.random(in: 0...86_400_000, using: &dice))
                if Int.random(in: 0..<3, using: &dice) == 0 {
                    recorded += tryRecording(mandate, books, at: now, &dice) ? 1 : 0
                } else {
                    done += tryDeed(&mandate, &books, at: now, &dice) ? 1 : 0
                }
                compare(mandate, books, at: now)
            }
            #expect(mandate.events == books.entries, "an entry was lost, changed or added")
        }
        return (recorded, done)
    }

    private static func tryRecording(_ mandate: Mandate, _ books: Books, at now: Instant, _ dice: inout Dice) -> Bool {
        let kind = acts[Int.random(in: 0..<3, using: &dice)]
        let person = People.allCases[Int.random(in: 0..<5, using: &dice)]
        let act = RecordedAct(
            id: TestMandate.recorded, kind: kind, by: Bool.random(using: &dice) ? People.bram.id : person.id, at: now,
            doneOn: books.agreedOn ?? day, minutes: 10, result: "Gelukt")
        guard mandate.refusal(of: act) == nil else { return false }
        let isInside = books.isConfirmed && books.hasAgreed && !books.isPaused && books.ending == nil
        if !isInside || !books.left.contains(kind) || now >= mandate.validUntil {
            Issue.record("\(kind) was recorded after \(mandate.events)")
        }
        return true
    }

    private static func tryDeed(
        _ mandate: inout Mandate, _ books: inout Books, at now: Instant, _ dice: inout Dice
    ) -> Bool {
        var (deed, person) = MandateEvent.Kind.allCases[Int.random(in: 0..<13, using: &dice)].example
        // What goes on is tried more often than what ends, or nothing would last.
        let endsAll = [MandateEvent.Kind.refused, .revoked, .returned, .renewed, .died, .incapable].contains(deed.kind)
        if endsAll, Int.random(in: 0..<8, using: &dice) > 0 { (deed, person) = (.consented, .fatma) }
        if case .actWithdrawn = deed { deed = .actWithdrawn(acts[Int.random(in: 0..<3, using: &dice)], .own) }
        if Int.random(in: 0..<4, using: &dice) == 0 { person = People.allCases[Int.random(in: 0..<5, using: &dice)] }
        do {
            let event = try mandate.happen(deed, by: person.party, at: now, id: event)
            #expect(books.ending == nil && now < mandate.validUntil, "\(deed) after the end")
            if deed.kind == .consented || deed.kind == .consentedOnPaper { #expect(books.isConfirmed) }
            books.write(event)
            return true
        } catch {
            return false
        }
    }

    private static func compare(_ mandate: Mandate, _ books: Books, at now: Instant) {
        let expected: Mandate.State =
            if let ending = books.ending { .ended(ending) }
            else if now >= mandate.validUntil { .ended(.expired) }
            else if !books.isConfirmed { .unconfirmed }
            else if !books.hasAgreed { .offered }
            else if books.isPaused { .suspended }
            else { .active }
        let state = mandate.state(at: now)
        if state != expected || mandate.events.count != books.entries.count {
            Issue.record("\(state), not \(expected), after \(mandate.events)")
        }
    }
}
