import Accounts
package import Storage

/// An appointment as one of the two sees it.
package struct SeenAppointment: Sendable {
    package let appointment: Appointment
    package let pair: MatchedPair
    /// What each building of the organisation is called.
    package let locations: [LocationID: String]

    package func state(at instant: Instant) -> Appointment.State { appointment.state(at: instant, in: pair) }

    /// What the building is called; nothing where they do not meet in one.
    package func location(of slot: AppointmentSlot) -> String? { slot.place.location.flatMap { locations[$0] } }
}

extension SeenAppointment {
    /// All of one person, the earliest first; without what is long over.
    package static func all(
        of person: AccountID, at instant: Instant, on connection: any Connection
    ) throws(StorageError) -> [SeenAppointment] {
        let pairs = try MatchedPairStore().pairs(of: person, on: connection).filter { !$0.isForgotten(at: instant) }
        return try all(in: pairs, on: connection)
    }

    static func all(in pairs: [MatchedPair], on connection: any Connection) throws(StorageError) -> [SeenAppointment] {
        var locations: [OrganisationID: [LocationID: String]] = [:]
        for organisation in Set(pairs.map(\.organisation)) {
            let known = try OrganisationStore().locations(of: organisation, on: connection)
            locations[organisation] = Dictionary(uniqueKeysWithValues: known.map { ($0.id, $0.name) })
        }
        let byID = Dictionary(uniqueKeysWithValues: pairs.map { ($0.id, $0) })
        return try AppointmentStore().appointments(of: pairs.map(\.id), on: connection)
            .compactMap { appointment in
                byID[appointment.match].map {
                    SeenAppointment(appointment: appointment, pair: $0, locations: locations[$0.organisation] ?? [:])
                }
            }
            .sorted { ($0.appointment.slot.start, $0.appointment.id) < ($1.appointment.slot.start, $1.appointment.id) }
    }
}
