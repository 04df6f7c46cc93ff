import Accounts
import Courseware
import Storage

@testable import Mandates

/// Fatma and Bram, who said yes to each other an hour before the mandate of `TestMandate` was offered.
enum TestPair {
    static let start = TestMandate.start
    static let id = HelperMatchID(at: start, .system)
    static let organisation = OrganisationID(at: start, .system)

    static func make(_ mandates: [Mandate] = [TestMandate.make([.consented])], partedAt: Instant? = nil) -> MatchedPair {
        MatchedPair(
            id: id, citizen: People.fatma.id, helper: People.bram.id, organisation: organisation,
            service: ServiceID(unchecked: "toeslagen"), citizenName: "Fatma", helperName: "Bram",
            agreedAt: start - .hours(1), partedAt: partedAt, mandates: mandates)
    }

    static func slot(_ start: Instant = start + .days(3), minutes: Int = 60) -> AppointmentSlot {
        AppointmentSlot(start: start, minutes: minutes, place: .phone)
    }

    static func appointment(
        by person: People = .bram, _ slot: AppointmentSlot = slot(), _ deeds: [(AppointmentEvent.Deed, People)] = []
    ) -> Appointment {
        var appointment = Appointment(
            id: Identifier(at: start, .system), match: id, proposedBy: person.id, proposedAt: start, slot: slot)
        appointment.events = deeds.enumerated().map { number, deed in
            AppointmentEvent(
                id: Identifier(at: start, .system), deed: deed.0, by: deed.1.id, at: start + .minutes(number + 1))
        }
        return appointment
    }
}

extension Appointment {
    func refusal(
        of deed: AppointmentEvent.Deed, by person: People, at instant: Instant, in pair: MatchedPair
    ) -> AppointmentRefusal? {
        do {
            try check(deed, by: person.id, at: instant, in: pair)
            return nil
        } catch {
            return error
        }
    }
}

extension MatchedPair {
    func refusal(of slot: AppointmentSlot, by person: People, at instant: Instant) -> AppointmentRefusal? {
        do {
            try checkProposal(slot, by: person.id, at: instant)
            return nil
        } catch {
            return error
        }
    }

    func refusal(of text: String, by person: People, at instant: Instant) -> MessageRefusal? {
        do {
            try check(Message(id: Identifier(at: instant, .system), by: person.id, at: instant, text: text))
            return nil
        } catch {
            return error
        }
    }
}
