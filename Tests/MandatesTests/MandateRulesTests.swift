import Accounts
import Courseware
@testable import Mandates
import Storage
import Testing

/// Fatma is helped by Bram; Karim coordinates; Wim has nothing to do with it.
enum People {
    private static func id(_ number: UInt8) -> AccountID {
        AccountID(at: Instant(milliseconds: 1), Randomness { [UInt8](repeating: number, count: $0) })
    }
    static let fatma = id(1)
    static let bram = id(2)
    static let karim = id(3)
    static let wim = id(4)
}

@Suite struct MandateRulesTests {
    static let start = Instant(milliseconds: 1_795_500_000_000)
    static let randomness = Randomness.system

    static func mandate(_ events: [MandateEvent.Kind] = []) -> Mandate {
        var mandate = Mandate(
            id: Identifier(at: start, randomness), citizen: People.fatma, helper: People.bram,
            organisation: Identifier(at: start, randomness), service: ServiceID(unchecked: "toeslagen"),
            acts: [ActID(unchecked: "aanvragen"), ActID(unchecked: "bekijken")], offeredAt: start,
            validUntil: start + .days(30), textDate: "2026-11-24", textHash: String(repeating: "0", count: 64))
        mandate.events = events.enumerated().map { number, kind in
            MandateEvent(
                id: Identifier(at: start, randomness), kind: kind, by: person(of: kind),
                at: start + .minutes(number + 1))
        }
        return mandate
    }

    static func person(of kind: MandateEvent.Kind) -> AccountID {
        switch kind {
        case .consented, .refused, .revoked: People.fatma
        case .returned: People.bram
        case .suspended, .resumed: People.karim
        }
    }

    static let states: [(events: [MandateEvent.Kind], state: Mandate.State)] = [
        ([], .offered), ([.consented], .active), ([.consented, .suspended], .suspended),
        ([.consented, .suspended, .resumed], .active), ([.refused], .ended(.refused)),
        ([.consented, .revoked], .ended(.revoked)), ([.consented, .returned], .ended(.returned)),
        ([.consented, .suspended, .revoked], .ended(.revoked)),
    ]

    @Test func `how it stands follows from what happened`() {
        for (events, state) in Self.states {
            #expect(Self.mandate(events).state(at: Self.start + .days(1)) == state)
        }
    }

    @Test func `what ended never begins again, whatever is written after it`() {
        for ending in [MandateEvent.Kind.revoked, .returned, .refused] {
            for kind in MandateEvent.Kind.allCases {
                let mandate = Self.mandate([.consented, ending, kind])
                guard case .ended = mandate.state(at: Self.start + .days(1)) else {
                    Issue.record("\(kind) after \(ending)")
                    continue
                }
            }
        }
    }

    /// Each deed in each state: nothing where it may be done, or the refusal.
    @Test func `every deed has an answer in every state`() {
        let table: [MandateEvent.Kind: [MandateRefusal?]] = [
            // offered, active, suspended
            .consented: [nil, .agreedAlready, .agreedAlready],
            .refused: [nil, .agreedAlready, .agreedAlready],
            .revoked: [.notAgreed, nil, nil],
            .returned: [nil, nil, nil],
            .suspended: [.notAgreed, nil, .suspended],
            .resumed: [.notAgreed, .notSuspended, nil],
        ]
        for kind in MandateEvent.Kind.allCases {
            for (number, events) in [[], [.consented], [.consented, .suspended]].enumerated() as EnumeratedSequence<[[MandateEvent.Kind]]> {
                #expect(refusal(kind, Self.mandate(events)) == table[kind]?[number], "\(kind) \(number)")
            }
            for ending in [MandateEvent.Kind.refused, .revoked, .returned] {
                let ended = Mandate.Ending(rawValue: ending.rawValue)!
                #expect(refusal(kind, Self.mandate([ending == .refused ? .refused : .consented, ending])) == .ended(ended))
            }
            #expect(refusal(kind, Self.mandate([.consented]), at: Self.start + .days(30)) == .ended(.expired))
        }
    }

    @Test func `nobody does another's deed`() {
        for kind in MandateEvent.Kind.allCases {
            for person in [People.fatma, People.bram, People.karim, People.wim] where person != Self.person(of: kind) {
                let mandate = Self.mandate([.consented])
                #expect(throws: MandateRefusal.notYours) {
                    try mandate.check(kind, by: person, coordinates: person == People.karim, at: Self.start + .days(1))
                }
            }
        }
        let mandate = Self.mandate([.consented])
        #expect(throws: MandateRefusal.notYours, "a helper who coordinates as well") {
            try mandate.check(.suspended, by: People.bram, coordinates: true, at: Self.start + .days(1))
        }
    }

    @Test func `it holds up to the last millisecond and not one longer`() {
        let mandate = Self.mandate([.consented])
        #expect(mandate.state(at: mandate.validUntil - .milliseconds(1)) == .active)
        #expect(mandate.state(at: mandate.validUntil) == .ended(.expired))
    }

    @Test func `a helper records what is in the scope, and nothing else`() {
        let active = Self.mandate([.consented])
        #expect(refusal(act(), active) == nil)
        #expect(refusal(act("opzeggen"), active) == .outOfScope)
        #expect(refusal(act(by: People.wim), active) == .notYours)
        #expect(refusal(act(by: People.fatma), active) == .notYours)
        #expect(refusal(act(minutes: 0), active) == .minutesUnfit)
        #expect(refusal(act(minutes: 601), active) == .minutesUnfit)
        #expect(refusal(act(result: ""), active) == .resultUnfit)
        #expect(refusal(act(result: "nummer 123456782"), active) == .citizenNumber)
        #expect(refusal(act(), Self.mandate()) == .notAgreed)
        #expect(refusal(act(), Self.mandate([.consented, .suspended])) == .suspended)
        #expect(refusal(act(), Self.mandate([.consented, .revoked])) == .ended(.revoked))
        #expect(refusal(act(at: Self.start + .days(30)), active) == .ended(.expired))
    }

    private func act(
        _ kind: String = "aanvragen", by person: AccountID = People.bram, minutes: Int = 10,
        result: String = "Gelukt", at instant: Instant = start + .days(1)
    ) -> RecordedAct {
        RecordedAct(
            id: Identifier(at: instant, Self.randomness), kind: ActID(unchecked: kind), by: person, at: instant,
            minutes: minutes, result: result)
    }

    private func refusal(_ act: RecordedAct, _ mandate: Mandate) -> MandateRefusal? {
        do {
            try mandate.check(act)
            return nil
        } catch {
            return error
        }
    }

    private func refusal(
        _ kind: MandateEvent.Kind, _ mandate: Mandate, at instant: Instant = start + .days(1)
    ) -> MandateRefusal? {
        do {
            let person = Self.person(of: kind)
            try mandate.check(kind, by: person, coordinates: person == People.karim, at: instant)
            return nil
        } catch {
            return error
        }
    }
}
