import Accounts
import Courseware
import Storage
import Testing

@testable import Mandates

@Suite struct AppointmentRulesTests {
    static let start = TestPair.start
    static let soon = start + .days(1)

    @Test(arguments: [People.fatma, .bram]) func `each deed in each state has its answer`(person: People) {
        let states = AppointmentTable.states(for: person)
        #expect(Set(states.map { $0.appointment.state(at: $0.at, in: $0.pair) }) == Set(Appointment.State.allCases))
        for kind in AppointmentEvent.Kind.allCases {
            for state in states {
                let expected = AppointmentTable.expected[kind.rawValue]?[state.name]
                let answer = state.appointment.refusal(of: kind.example, by: person, at: state.at, in: state.pair)
                #expect(expected == answer?.rawValue ?? "yes", "\(kind) of \(state.name)")
            }
        }
    }

    @Test func `nobody but the two has a say`() {
        for person in [People.karim, .carla, .wim] {
            for state in AppointmentTable.states(for: .fatma) {
                for kind in AppointmentEvent.Kind.allCases {
                    let answer = state.appointment.refusal(of: kind.example, by: person, at: state.at, in: state.pair)
                    #expect(answer == .notYours, "\(kind) of \(state.name) by \(person)")
                }
                #expect(state.pair.refusal(of: TestPair.slot(), by: person, at: state.at) == .notYours)
            }
        }
    }

    @Test(arguments: [People.fatma, .bram]) func `either of the two proposes while their help runs`(person: People) {
        let mandates: [([Mandate], AppointmentRefusal?)] = [
            ([], nil), ([TestMandate.make(isHighRisk: true)], nil), ([TestMandate.make()], nil),
            ([TestMandate.make([.consented])], nil), ([TestMandate.make([.consented, .suspended])], .suspended),
            ([TestMandate.make([.consented, .suspended, .resumed])], nil), ([TestMandate.make([.refused])], .ended),
            ([TestMandate.make([.consented, .returned])], .ended),
        ]
        for (mandates, refusal) in mandates {
            let answer = TestPair.make(mandates).refusal(of: TestPair.slot(), by: person, at: Self.soon)
            #expect(answer == refusal, "\(mandates.map(\.events))")
        }
        #expect(TestPair.make([], partedAt: Self.soon).refusal(of: TestPair.slot(), by: person, at: Self.soon) == .ended)
    }

    @Test func `what was moved must be accepted again, by the other`() {
        let slot = TestPair.slot(Self.start + .days(5))
        let moved = TestPair.appointment(by: .bram, TestPair.slot(), [(.accepted, .fatma), (.moved(slot), .fatma)])
        let pair = TestPair.make()
        #expect(moved.slot == slot)
        #expect(moved.state(at: Self.soon, in: pair) == .proposed)
        #expect(moved.refusal(of: .accepted, by: .fatma, at: Self.soon, in: pair) == .ownProposal)
        #expect(moved.refusal(of: .accepted, by: .bram, at: Self.soon, in: pair) == nil)
        #expect(moved.waits(for: People.bram.id, at: Self.soon, in: pair))
        #expect(!moved.waits(for: People.fatma.id, at: Self.soon, in: pair))
    }

    @Test func `a row too many makes no appointment`() {
        let pair = TestPair.make()
        let own = TestPair.appointment(by: .bram, TestPair.slot(), [(.accepted, .bram)])
        #expect(own.state(at: Self.soon, in: pair) == .proposed)
        for kind in AppointmentEvent.Kind.allCases {
            let revived = TestPair.appointment(
                by: .bram, TestPair.slot(), [(.cancelled, .fatma), (kind.example, .fatma), (.accepted, .bram)])
            #expect(revived.state(at: Self.soon, in: pair) == .cancelled, "\(kind)")
        }
        let late = TestPair.appointment(by: .bram, TestPair.slot(Self.start + .minutes(1)), [(.accepted, .fatma)])
        #expect(late.state(at: Self.soon, in: pair) == .unanswered)
    }

    @Test func `the moment lies ahead, within the help, and lasts as long as can be chosen`() {
        let pair = TestPair.make()
        let end = pair.closesAt
        #expect(end == TestMandate.make().validUntil)
        let (tick, hour) = (Duration.milliseconds(1), Duration.hours(1))
        let cases: [(AppointmentSlot, AppointmentRefusal?)] = [
            (TestPair.slot(Self.soon), .timePast), (TestPair.slot(Self.soon + tick), nil), (TestPair.slot(end - hour), nil),
            (TestPair.slot(end - hour + tick), .afterEnd), (TestPair.slot(end), .afterEnd), (TestPair.slot(minutes: 45), .minutesUnfit), (TestPair.slot(minutes: 120), nil),
        ]
        for (slot, refusal) in cases {
            #expect(pair.refusal(of: slot, by: .fatma, at: Self.soon) == refusal)
            let answer = TestPair.appointment().refusal(of: .moved(slot), by: .fatma, at: Self.soon, in: pair)
            #expect(answer == refusal)
        }
    }

    @Test func `it begins at its moment, and not a millisecond before`() {
        let accepted = TestPair.appointment(by: .bram, TestPair.slot(), [(.accepted, .fatma)])
        let (pair, begins) = (TestPair.make(), TestPair.slot().start)
        #expect(accepted.state(at: begins - .milliseconds(1), in: pair) == .accepted)
        #expect(accepted.state(at: begins, in: pair) == .past)
        #expect(TestPair.appointment().state(at: begins, in: pair) == .unanswered)
    }

    @Test func `with the help it ends, and what was before stays`() {
        let accepted = TestPair.appointment(by: .bram, TestPair.slot(), [(.accepted, .fatma)])
        let begins = TestPair.slot().start
        func pair(revokedAt instant: Instant) -> MatchedPair {
            var mandate = TestMandate.make([.consented])
            mandate.events.append(
                MandateEvent(id: Identifier(at: instant, .system), deed: .revoked(.own), by: People.fatma.id, at: instant))
            return TestPair.make([mandate])
        }
        let later = begins + .days(2)
        #expect(accepted.state(at: later, in: pair(revokedAt: begins)) == .stopped)
        #expect(accepted.state(at: later, in: pair(revokedAt: begins + .milliseconds(1))) == .past)
    }

    @Test func `two days before it somebody is reminded`() {
        let accepted = TestPair.appointment(by: .bram, TestPair.slot(), [(.accepted, .fatma)])
        let (pair, reminder) = (TestPair.make(), TestPair.slot().start - .days(2))
        #expect(!accepted.isSoon(at: reminder - .milliseconds(1), in: pair))
        #expect(accepted.isSoon(at: reminder, in: pair))
        #expect(!accepted.isSoon(at: TestPair.slot().start, in: pair))
        #expect(!TestPair.appointment().isSoon(at: reminder, in: pair))
    }

    /// Random deeds, with somebody beside the rules who only knows who said yes to what.
    @Test func `nothing is fixed that the other did not say yes to`() throws {
        var generator = SystemRandomNumberGenerator()
        var fixed = 0
        for _ in 0..<2_000 {
            let pair = TestPair.make()
            var appointment = TestPair.appointment()
            var (now, namedBy, saidYes, isOff) = (Self.start, People.bram, false, false)
            for _ in 0..<12 {
                now = now + .hours(Int.random(in: 0...12, using: &generator))
                guard let person = [People.fatma, .bram, .wim].randomElement(using: &generator),
                    let kind = [AppointmentEvent.Kind.accepted, .accepted, .moved, .cancelled].randomElement(using: &generator)
                else { continue }
                let deed: AppointmentEvent.Deed =
                    kind == .moved ? .moved(TestPair.slot(now + .hours(Int.random(in: -5...90, using: &generator)))) : kind.example
                guard appointment.refusal(of: deed, by: person, at: now, in: pair) == nil else { continue }
                _ = try appointment.happen(deed, by: person.id, at: now, in: pair, id: Identifier(at: now, .system))
                #expect(!isOff && person != .wim)
                switch kind {
                case .accepted: (saidYes, isOff) = (person != namedBy, isOff)
                case .moved: (namedBy, saidYes) = (person, false)
                case .cancelled: isOff = true
                }
                let state = appointment.state(at: now, in: pair)
                #expect((state == .accepted) == (saidYes && !isOff), "\(appointment)")
                if state == .accepted { fixed += 1 }
            }
        }
        #expect(fixed > 200)
    }
}
