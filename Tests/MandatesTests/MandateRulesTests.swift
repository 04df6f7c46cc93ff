import Accounts
import Courseware
import Storage
import Testing

@testable import Mandates

@Suite struct MandateRulesTests {
    static let start = TestMandate.start

    @Test func `every deed has an answer in every state`() throws {
        for (state, mandate, instant) in MandateTable.states {
            #expect(mandate.state(at: instant).name == state)
            let answers = MandateTable.answers(mandate, at: instant)
            #expect(Set(MandateTable.expected.keys) == Set(answers.keys))
            for (deed, refusal) in answers {
                let column = String(state.prefix { $0 != "-" })
                let expected = try #require(MandateTable.expected[deed]?[column], "no answer for \(deed) when \(state)")
                let answer = refusal?.reason ?? "yes"
                #expect(answer == (expected == "ended" ? state : expected), "\(deed) when \(state)")
            }
        }
    }

    @Test func `how it stands follows from what happened`() {
        let states: [([MandateEvent.Kind], Mandate.State)] = [
            ([], .offered), ([.consented], .active), ([.consentedOnPaper], .active),
            ([.consented, .suspended], .suspended), ([.consented, .objected], .suspended),
            ([.consented, .objected, .resumed], .active), ([.consented, .suspended, .revoked], .ended(.revoked)),
            ([.consented, .actWithdrawn], .active),
        ]
        for (events, state) in states {
            #expect(TestMandate.make(events).state(at: Self.start + .days(1)) == state)
        }
        #expect(TestMandate.make(isHighRisk: true).state(at: Self.start) == .unconfirmed)
        #expect(TestMandate.make([.confirmed, .consented], isHighRisk: true).state(at: Self.start + .days(1)) == .active)
    }

    @Test func `a high risk that nobody confirmed gives no right, whatever is written`() {
        #expect(TestMandate.make([.consented], isHighRisk: true).state(at: Self.start + .days(1)) == .unconfirmed)
    }

    @Test func `what ended never begins again, whatever is written after it`() {
        for ending in [MandateEvent.Kind.revoked, .returned, .refused, .renewed, .died, .incapable] {
            for kind in MandateEvent.Kind.allCases {
                let before = TestMandate.make([.consented, ending]).state(at: Self.start + .days(1))
                let after = TestMandate.make([.consented, ending, kind]).state(at: Self.start + .days(1))
                #expect(after == before, "\(kind) after \(ending)")
            }
        }
    }

    @Test func `each act can be taken back alone, and with the last one all ends`() {
        let one = TestMandate.make(deeds: [(.consented, .fatma), (.actWithdrawn("aanvragen", .own), .fatma)])
        #expect(one.scope == ["bekijken"])
        #expect(one.refusal(of: TestMandate.act("aanvragen")) == .outOfScope)
        #expect(one.refusal(of: TestMandate.act("bekijken")) == nil)
        #expect(one.refusal(of: .actWithdrawn("aanvragen", .own), by: People.fatma.party) == .outOfScope)
        let none = TestMandate.make(deeds: [
            (.consented, .fatma), (.actWithdrawn("aanvragen", .own), .fatma), (.actWithdrawn("bekijken", .phone), .carla),
        ])
        #expect(none.state(at: Self.start + .days(1)) == .ended(.revoked))
    }

    /// Who does what: everybody else is refused.
    @Test func `nobody does another's deed`() {
        let desk: Set<People> = [.karim, .carla]
        let allowed: [(MandateEvent.Deed, Set<People>)] = [
            (.confirmed, [.karim]), (.consented, [.fatma]), (.consentedOnPaper(.citizen), desk),
            (.consentedOnPaper(.representative), desk), (.refused, [.fatma]), (.actWithdrawn("bekijken", .own), [.fatma]),
            (.actWithdrawn("bekijken", .desk), desk), (.actWithdrawn("bekijken", .phone), desk), (.revoked(.own), [.fatma]),
            (.revoked(.desk), desk), (.revoked(.phone), desk), (.returned, [.bram]), (.suspended, [.karim]),
            (.objected(Identifier(at: Self.start, .system)), [.fatma]), (.resumed, [.karim]), (.renewed, [.fatma, .karim, .carla]),
            (.died, desk), (.incapable, desk),
        ]
        #expect(Set(allowed.map(\.0.kind)) == Set(MandateEvent.Kind.allCases))
        let mandate = TestMandate.make()
        for (deed, people) in allowed {
            for person in People.allCases {
                #expect(mandate.isAllowed(deed, person.party) == people.contains(person), "\(deed) by \(person)")
            }
            for side in [People.fatma, .bram] {
                let both = MandateParty(side.id, roles: Set(Role.allCases))
                #expect(mandate.isAllowed(deed, both) == people.contains(side), "\(deed) by \(side), who has every role")
            }
            let elsewhere = MandateParty(People.karim.id, roles: [])
            #expect(!mandate.isAllowed(deed, elsewhere), "\(deed) from another organisation")
        }
    }

    @Test func `a helper records what is in the scope, and nothing else`() {
        let active = TestMandate.make([.consented])
        #expect(active.refusal(of: TestMandate.act()) == nil)
        #expect(active.refusal(of: TestMandate.act("opzeggen")) == .outOfScope)
        for other in [People.wim, .fatma, .karim, .carla] {
            #expect(active.refusal(of: TestMandate.act(by: other)) == .notYours)
        }
        #expect(active.refusal(of: TestMandate.act(minutes: 0)) == .minutesUnfit)
        #expect(active.refusal(of: TestMandate.act(minutes: 601)) == .minutesUnfit)
        #expect(active.refusal(of: TestMandate.act(result: "")) == .resultUnfit)
        #expect(active.refusal(of: TestMandate.act(result: "nummer 123456782")) == .secret(.citizenNumber))
        #expect(active.refusal(of: TestMandate.act(result: "sms-code 482913 gebruikt")) == .secret(.code))
    }

    @Test func `an act was done between the yes and today`() throws {
        let active = TestMandate.make([.consented])
        let now = Self.start + .days(3)
        for (day, refusal) in [(0, nil), (3, nil), (-1, MandateRefusal.dayUnfit), (4, .dayUnfit)] as [(Int, MandateRefusal?)] {
            let act = TestMandate.act(at: now, on: Day(Self.start + .days(day)))
            #expect(active.refusal(of: act) == refusal, "day \(day)")
        }
        #expect(Day(rawValue: "2026-02-30") == nil)
        #expect(Day(rawValue: "3 december") == nil)
        #expect(Day(rawValue: "+202-12-03") == nil)
    }

    @Test func `after fifteen idle minutes the helper enters a one-time code again`() {
        let active = TestMandate.make([.consented])
        let act = TestMandate.act()
        let (long, short) = (act.at - .minutes(15), act.at - .minutes(15) + .milliseconds(1))
        #expect(active.refusal(of: act, proof: SignInProof(provedAt: long, seenAt: short)) == nil)
        #expect(active.refusal(of: act, proof: SignInProof(provedAt: long, seenAt: long)) == .codeDue)
        let back = SignInProof(provedAt: long, resumedAt: short, seenAt: act.at)
        #expect(active.refusal(of: act, proof: back) == .codeDue)
    }

    @Test func `it holds up to the last millisecond and not one longer`() {
        let mandate = TestMandate.make([.consented])
        let last = mandate.validUntil - .milliseconds(1)
        #expect(mandate.state(at: last) == .active)
        #expect(mandate.state(at: mandate.validUntil) == .ended(.expired))
        #expect(mandate.refusal(of: TestMandate.act(at: last)) == nil)
        #expect(mandate.refusal(of: TestMandate.act(at: mandate.validUntil)) == .ended(.expired))
        #expect(mandate.refusal(of: .revoked(.own), by: People.fatma.party, at: last) == nil)
        #expect(mandate.refusal(of: .revoked(.own), by: People.fatma.party, at: mandate.validUntil) == .ended(.expired))
        let offered = TestMandate.make()
        #expect(offered.refusal(of: .consented, by: People.fatma.party, at: last) == nil)
        #expect(offered.refusal(of: .consented, by: People.fatma.party, at: mandate.validUntil) == .ended(.expired))
    }

    @Test func `renewing begins in the last fortnight, and reminding in the last three days`() {
        let mandate = TestMandate.make([.consented])
        let fortnight = mandate.validUntil - .days(14)
        #expect(throws: MandateRefusal.notRenewable) {
            try mandate.checkRenewal(by: People.bram.id, at: fortnight - .milliseconds(1))
        }
        #expect(throws: Never.self) { try mandate.checkRenewal(by: People.bram.id, at: fortnight) }
        #expect(throws: MandateRefusal.notYours) { try mandate.checkRenewal(by: People.wim.id, at: fortnight) }
        #expect(!mandate.endsVerySoon(at: mandate.validUntil - .days(3) - .milliseconds(1)))
        #expect(mandate.endsVerySoon(at: mandate.validUntil - .days(3)))
    }
}
