package import Accounts
import Audit
package import Storage

/// What two arrange: the rule is asked in the same transaction in which the deed is kept. What is refused is kept as
/// well, in the log.
package struct AppointmentDesk: Sendable {
    private let database: any Database
    private let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// Where the two of a match can meet, and the match; nothing for who is none of them.
    package func choice(in match: HelperMatchID, for person: Account) async throws -> MeetingChoice? {
        try await database.read { [world] connection in
            try MatchedPairStore().pair(match, for: person.id, at: world.now, on: connection)
                .map { (pair) throws(StorageError) in try MeetingChoice(pair, on: connection) }
        }
    }

    package func appointment(_ id: AppointmentID, for person: Account) async throws -> SeenAppointment? {
        try await database.read { [world] connection in
            guard let appointment = try AppointmentStore().appointment(id, on: connection),
                let pair = try MatchedPairStore().pair(appointment.match, for: person.id, at: world.now, on: connection)
            else { return nil }
            return try SeenAppointment.all(in: [pair], on: connection).first { $0.appointment.id == id }
        }
    }

    package func appointments(of person: Account) async throws -> [SeenAppointment] {
        try await database.read { [world] in try SeenAppointment.all(of: person.id, at: world.now, on: $0) }
    }

    package func propose(
        _ slot: AppointmentSlot, in match: HelperMatchID, by person: Account, form: AppointmentID
    ) async throws {
        try await decide("proposed", form, in: match, by: person) { pair, connection in
            try pair.checkProposal(slot, by: person.id, at: world.now)
            try Self.check(slot.place, in: pair, on: connection)
            let appointment = Appointment(
                id: form, match: match, proposedBy: person.id, proposedAt: world.now, slot: slot)
            return try AppointmentStore().insert(appointment, on: connection)
        }
    }

    /// - Parameter seen: how many events there were when the page was drawn: nobody says yes to what they did not see.
    package func happen(
        _ deed: AppointmentEvent.Deed, to id: AppointmentID, by person: Account, form: AppointmentEventID, seen count: Int? = nil
    ) async throws {
        guard let seen = try await appointment(id, for: person) else { throw MandateMissing() }
        try await decide(deed.kind.rawValue, id, in: seen.pair.id, by: person) { pair, connection in
            if try AppointmentStore().isKnown(form, on: connection) { return false }
            guard var appointment = try AppointmentStore().appointment(id, on: connection) else { throw MandateMissing() }
            if deed == .accepted, let count, count != appointment.events.count { throw AppointmentRefusal.changed }
            let event = try appointment.happen(deed, by: person.id, at: world.now, in: pair, id: form)
            if deed != .cancelled { try Self.check(appointment.slot.place, in: pair, on: connection) }
            try AppointmentStore().insert(event, to: id, on: connection)
            return true
        }
    }

    private static func check(
        _ place: AppointmentPlace, in pair: MatchedPair, on connection: any Connection
    ) throws {
        guard try MeetingChoice(pair, on: connection).places.contains(place) else { throw AppointmentRefusal.placeUnfit }
    }

    private func decide(
        _ kind: String, _ id: AppointmentID, in match: HelperMatchID, by person: Account,
        _ deed: @escaping @Sendable (MatchedPair, any Connection) throws -> Bool
    ) async throws {
        try await database.decide(
            about: { [world] connection in
                guard let pair = try MatchedPairStore().pair(match, for: person.id, at: world.now, on: connection) else {
                    throw MandateMissing()
                }
                return (
                    pair,
                    .contact(
                        AuditAction(rawValue: "appointment.\(kind)"), AuditObject("appointment", id.rawValue), pair,
                        by: person.id, at: world.now)
                )
            }, deed)
    }
}

/// Where the two of a match can meet.
package struct MeetingChoice: Sendable {
    package let pair: MatchedPair
    package let locations: [Location]
    package let allowsHome: Bool

    init(_ pair: MatchedPair, on connection: any Connection) throws(StorageError) {
        self.pair = pair
        locations = try OrganisationStore().locations(of: pair.organisation, on: connection)
        allowsHome = try HomeVisitStore().isAllowed(in: pair.organisation, on: connection)
    }

    package var places: [AppointmentPlace] {
        locations.map { .location($0.id) } + [.phone] + (allowsHome ? [.home] : [])
    }
}

extension AuditEntry {
    /// Something between the two of a match: no words of it, and nothing of what they arranged.
    static func contact(
        _ action: AuditAction, _ object: AuditObject, _ pair: MatchedPair, by actor: AccountID?, at instant: Instant,
        origin: AuditOrigin = .web
    ) -> AuditEntry {
        AuditEntry(
            action, object, at: instant, by: actor, about: pair.citizen, mandate: pair.mandate(at: instant), for: .mandate,
            origin: origin)
    }
}
