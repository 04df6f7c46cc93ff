import Accounts
import Courseware
import Storage

@testable import Mandates

/// A mandate of Fatma and Bram for thirty days, with what happened to it.
enum TestMandate {
    static let start = Instant(milliseconds: 1_795_500_000_000)
    static let recorded = RecordedActID(at: start, .system)

    static func make(_ events: [MandateEvent.Kind] = [], isHighRisk: Bool = false) -> Mandate {
        make(deeds: events.map(\.example), isHighRisk: isHighRisk)
    }

    static func make(deeds: [(deed: MandateEvent.Deed, by: People)], isHighRisk: Bool = false) -> Mandate {
        var mandate = Mandate(
            id: Identifier(at: start, .system), citizen: People.fatma.id, helper: People.bram.id,
            organisation: Identifier(at: start, .system), service: ServiceID(unchecked: "toeslagen"),
            acts: ["aanvragen", "bekijken"], needsConfirmation: isHighRisk, offeredAt: start,
            validUntil: start + .days(30), textDate: "2026-11-24", textHash: String(repeating: "0", count: 64))
        mandate.events = deeds.enumerated().map { number, deed in
            MandateEvent(
                id: Identifier(at: start, .system), deed: deed.deed, by: deed.by.id, at: start + .minutes(number + 1))
        }
        return mandate
    }

    static func act(
        _ kind: ActID = "aanvragen", by person: People = .bram, minutes: Int = 10, result: String = "Gelukt",
        at instant: Instant = start + .days(1), on day: Day? = nil
    ) -> RecordedAct {
        RecordedAct(
            id: Identifier(at: instant, .system), kind: kind, by: person.id, at: instant,
            doneOn: day ?? Day(instant), minutes: minutes, result: result)
    }
}

extension Mandate {
    func refusal(
        of deed: MandateEvent.Deed, by party: MandateParty, at instant: Instant = TestMandate.start + .days(1)
    ) -> MandateRefusal? {
        do {
            try check(deed, by: party, at: instant)
            return nil
        } catch {
            return error
        }
    }

    func refusal(of act: RecordedAct, proof: SignInProof? = nil) -> MandateRefusal? {
        do {
            try check(act, proof: proof ?? SignInProof(provedAt: act.at, seenAt: act.at))
            return nil
        } catch {
            return error
        }
    }
}

extension ActID: ExpressibleByStringLiteral {
    package init(stringLiteral value: String) { self.init(unchecked: value) }
}
