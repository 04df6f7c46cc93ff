import Accounts
import Audit
import Courseware
import Storage
import Testing

@testable import Mandates

/// Appointments on the real database.
@Suite struct AppointmentDeskTests {
    private func slot(_ house: MandateHouse, in days: Int = 2, _ place: AppointmentPlace = .phone) -> AppointmentSlot {
        AppointmentSlot(start: house.now + .days(days), minutes: 60, place: place)
    }

    private func proposed(_ house: MandateHouse, by person: Account, in match: HelperMatchID) async throws -> AppointmentID {
        let id: AppointmentID = house.world.newID()
        try await house.appointments.propose(slot(house), in: match, by: person, form: id)
        return id
    }

    private func state(_ house: MandateHouse, _ id: AppointmentID) async throws -> Appointment.State {
        let seen = try #require(try await house.appointments.appointment(id, for: house.fatma))
        return seen.state(at: house.now)
    }

    @Test func `one proposes, the other accepts, one moves, the other accepts again, one cancels`() async throws {
        let house = try await MandateHouse()
        let match = try await house.matched(try house.service)
        let desk = house.appointments
        let id = try await proposed(house, by: house.fatma, in: match)
        #expect(try await state(house, id) == .proposed)
        try await desk.happen(.accepted, to: id, by: house.bram, form: house.world.newID())
        #expect(try await state(house, id) == .accepted)
        try await desk.happen(.moved(slot(house, in: 5)), to: id, by: house.bram, form: house.world.newID())
        #expect(try await state(house, id) == .proposed)
        await #expect(throws: AppointmentRefusal.ownProposal) {
            try await desk.happen(.accepted, to: id, by: house.bram, form: house.world.newID())
        }
        try await desk.happen(.accepted, to: id, by: house.fatma, form: house.world.newID())
        let kept = try #require(try await desk.appointment(id, for: house.bram)).appointment
        #expect(kept.slot == slot(house, in: 5))
        #expect(kept.events.map(\.deed.kind) == [.accepted, .moved, .accepted])
        try await desk.happen(.cancelled, to: id, by: house.fatma, form: house.world.newID())
        #expect(try await state(house, id) == .cancelled)
        let log = try await house.database.read { try AuditLog().entries(about: house.fatma.id, on: $0) }
            .filter { $0.object.kind == "appointment" }.reversed()
        #expect(
            log.map(\.action.rawValue) == [
                "appointment.proposed", "appointment.accepted", "appointment.moved", "appointment.accepted",
                "appointment.accepted", "appointment.cancelled",
            ])
        #expect(log.map(\.result) == [.done, .done, .done, .refused(reason: "own-proposal"), .done, .done])
    }

    @Test func `nobody says yes to what they did not see`() async throws {
        let house = try await MandateHouse()
        let match = try await house.matched(try house.service)
        let id = try await proposed(house, by: house.fatma, in: match)
        try await house.appointments.happen(.moved(slot(house, in: 5)), to: id, by: house.fatma, form: house.world.newID())
        await #expect(throws: AppointmentRefusal.changed) {
            try await house.appointments.happen(.accepted, to: id, by: house.bram, form: house.world.newID(), seen: 0)
        }
        try await house.appointments.happen(.accepted, to: id, by: house.bram, form: house.world.newID(), seen: 1)
        #expect(try await state(house, id) == .accepted)
    }

    @Test func `nobody says yes to a visit that the organisation does not allow any more`() async throws {
        let house = try await MandateHouse()
        let match = try await house.matched(try house.service)
        let id: AppointmentID = house.world.newID()
        try await house.helpers.allowHomeVisits(true, by: house.karim)
        try await house.appointments.propose(slot(house, .home), in: match, by: house.fatma, form: id)
        try await house.helpers.allowHomeVisits(false, by: house.karim)
        await #expect(throws: AppointmentRefusal.placeUnfit) {
            try await house.appointments.happen(.accepted, to: id, by: house.bram, form: house.world.newID())
        }
    }

    @Test func `a form that comes twice counts once`() async throws {
        let house = try await MandateHouse()
        let match = try await house.matched(try house.service)
        let (id, form): (AppointmentID, AppointmentEventID) = (house.world.newID(), house.world.newID())
        for _ in 0..<2 { try await house.appointments.propose(slot(house), in: match, by: house.bram, form: id) }
        for _ in 0..<2 { try await house.appointments.happen(.accepted, to: id, by: house.fatma, form: form) }
        let all = try await house.appointments.appointments(of: house.fatma)
        #expect(all.map(\.appointment.events.count) == [1])
    }

    @Test func `others find nothing`() async throws {
        let house = try await MandateHouse()
        let match = try await house.matched(try house.service)
        let id = try await proposed(house, by: house.bram, in: match)
        for other in [house.karim, house.carla, try await house.person("wim", .helper), try await house.person("ria", .learner)] {
            #expect(try await house.appointments.appointment(id, for: other) == nil)
            #expect(try await house.appointments.choice(in: match, for: other) == nil)
            #expect(try await house.appointments.appointments(of: other).isEmpty)
            await #expect(throws: MandateMissing.self) {
                try await house.appointments.happen(.accepted, to: id, by: other, form: house.world.newID())
            }
            await #expect(throws: MandateMissing.self) {
                try await house.appointments.propose(self.slot(house), in: match, by: other, form: house.world.newID())
            }
        }
    }

    @Test func `two meet in a building of the organisation, and at home only where it says so`() async throws {
        let house = try await MandateHouse()
        let match = try await house.matched(try house.service)
        let here = Location(id: house.world.newID(), organisation: house.oefenstad.id, name: "Centrum")
        let elsewhere = Organisation(id: house.world.newID(), name: "Elders")
        let there = Location(id: house.world.newID(), organisation: elsewhere.id, name: "Elders")
        try await house.database.write { [now = house.now] connection in
            try OrganisationStore().insert(elsewhere, by: nil, at: now, on: connection)
            for location in [here, there] { try OrganisationStore().insert(location, on: connection) }
        }
        func propose(_ place: AppointmentPlace) async throws {
            try await house.appointments.propose(slot(house, place), in: match, by: house.bram, form: house.world.newID())
        }
        try await propose(.location(here.id))
        await #expect(throws: AppointmentRefusal.placeUnfit) { try await propose(.location(there.id)) }
        await #expect(throws: AppointmentRefusal.placeUnfit) { try await propose(.home) }
        try await house.helpers.allowHomeVisits(true, by: house.karim)
        try await propose(.home)
        try await house.helpers.allowHomeVisits(false, by: house.karim)
        await #expect(throws: AppointmentRefusal.placeUnfit) { try await propose(.home) }
        let places = try await house.appointments.appointments(of: house.fatma).map(\.appointment.slot.place)
        #expect(Set(places) == [.location(here.id), .home])
    }

    private func slot(_ house: MandateHouse, _ place: AppointmentPlace) -> AppointmentSlot { slot(house, in: 2, place) }

    @Test func `with the mandate the appointments end, also where it was renewed first`() async throws {
        let house = try await MandateHouse()
        let old = try await house.active()
        let match = try #require(try await house.database.read { try MatchedPairStore().match(of: old, on: $0) })
        house.advance(by: .days(25))
        let new = try await house.help.offerRenewal(
            of: old, for: .month, by: house.bram, service: house.service, text: house.text)
        try await house.consent(to: new)
        #expect(try await house.database.read { try MatchedPairStore().match(of: new, on: $0) } == match)
        let id: AppointmentID = house.world.newID()
        try await house.appointments.propose(slot(house, in: 20), in: match, by: house.bram, form: id)
        try await house.appointments.happen(.accepted, to: id, by: house.fatma, form: house.world.newID())
        try await house.desk.happen(.suspended, to: new, by: house.karim, form: house.world.newID())
        await #expect(throws: AppointmentRefusal.suspended) {
            try await house.appointments.happen(
                .moved(self.slot(house, in: 3)), to: id, by: house.fatma, form: house.world.newID())
        }
        try await house.desk.happen(.revoked(.own), to: new, by: house.fatma, form: house.world.newID())
        #expect(try await state(house, id) == .stopped)
        await #expect(throws: AppointmentRefusal.ended) {
            try await house.appointments.happen(.cancelled, to: id, by: house.fatma, form: house.world.newID())
        }
    }

    @Test func `the inbox of the other asks, reminds and tells what was cancelled`() async throws {
        let house = try await MandateHouse()
        let match = try await house.matched(try house.service)
        func inbox(_ person: Account) async throws -> [String] {
            try await house.database.read { [now = house.now] connection in
                try Inbox(of: person.id, at: now, on: connection).messages.map { message in
                    switch message {
                    case .appointment: "asked"
                    case .appointmentSoon: "soon"
                    case .appointmentCancelled: "cancelled"
                    default: "other"
                    }
                }
            }
        }
        let id: AppointmentID = house.world.newID()
        try await house.appointments.propose(slot(house, in: 4), in: match, by: house.bram, form: id)
        #expect(try await inbox(house.fatma) == ["asked"])
        #expect(try await inbox(house.bram) == [])
        try await house.appointments.happen(.accepted, to: id, by: house.fatma, form: house.world.newID())
        #expect(try await inbox(house.fatma) == [])
        house.advance(by: .days(2))
        #expect(try await inbox(house.fatma) == ["soon"])
        #expect(try await inbox(house.bram) == ["soon"])
        try await house.appointments.happen(.cancelled, to: id, by: house.bram, form: house.world.newID())
        #expect(try await inbox(house.fatma) == ["cancelled"])
        #expect(try await inbox(house.bram) == [])
        house.advance(by: .days(2))
        #expect(try await inbox(house.fatma) == [])
    }

    @Test func `a calendar has one secret address, which a new one ends`() async throws {
        let house = try await MandateHouse()
        let match = try await house.matched(try house.service)
        _ = try await proposed(house, by: house.bram, in: match)
        let desk = house.calendar
        let first = try await desk.makeAddress(for: house.bram)
        #expect(try await desk.appointments(at: first.text, from: "::1")?.count == 1)
        let second = try await desk.makeAddress(for: house.bram)
        #expect(try await desk.appointments(at: first.text, from: "::1") == nil)
        #expect(try await desk.appointments(at: second.text, from: "::1")?.count == 1)
        try await desk.endAddress(of: house.bram)
        #expect(try await desk.appointments(at: second.text, from: "::1") == nil)
        for wrong in ["", "agenda", String(repeating: "0", count: 64)] {
            #expect(try await desk.appointments(at: wrong, from: "::1") == nil)
        }
        let stored = try await house.database.read { try $0.rows("SELECT secret_hash FROM calendar_address").count }
        #expect(stored == 0)
    }

    @Test func `who guesses addresses must wait`() async throws {
        let house = try await MandateHouse()
        for _ in 0..<300 { _ = try await house.calendar.appointments(at: "geraden", from: "192.0.2.1") }
        await #expect(throws: TooManyTries.self) {
            try await house.calendar.appointments(at: "geraden", from: "192.0.2.1")
        }
        #expect(try await house.calendar.appointments(at: "geraden", from: "192.0.2.2") == nil)
    }
}
