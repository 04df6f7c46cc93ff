import Storage

/// Appointments and what happened to them, in the database.
struct AppointmentStore {
    /// Whether the appointment was new.
    func insert(_ appointment: Appointment, on connection: any Connection) throws(StorageError) -> Bool {
        let slot = appointment.firstSlot
        return try connection.execute(
            """
            INSERT INTO appointment (
                id, match_id, proposed_by, proposed_at, starts_at, minutes, place, location_id)
            VALUES (
                \(appointment.id), \(appointment.match), \(appointment.proposedBy), \(appointment.proposedAt),
                \(slot.start), \(slot.minutes), \(slot.place.kind), \(slot.place.location))
            ON CONFLICT (id) DO NOTHING
            """) == 1
    }

    func insert(
        _ event: AppointmentEvent, to appointment: AppointmentID, on connection: any Connection
    ) throws(StorageError) {
        let slot: AppointmentSlot? = if case .moved(let slot) = event.deed { slot } else { nil }
        try connection.execute(
            """
            INSERT INTO appointment_event (
                id, appointment_id, position, kind, by_id, at, starts_at, minutes, place, location_id)
            VALUES (
                \(event.id), \(appointment),
                (SELECT COUNT(*) FROM appointment_event WHERE appointment_id = \(appointment)), \(event.deed.kind),
                \(event.by), \(event.at), \(slot?.start), \(slot?.minutes), \(slot?.place.kind), \(slot?.place.location))
            """)
    }

    func isKnown(_ event: AppointmentEventID, on connection: any Connection) throws(StorageError) -> Bool {
        try connection.exists("SELECT 1 FROM appointment_event WHERE id = \(event)")
    }

    func appointment(_ id: AppointmentID, on connection: any Connection) throws(StorageError) -> Appointment? {
        try appointments("id = \(id)", on: connection).first
    }

    /// All of these matches.
    func appointments(
        of matches: [HelperMatchID], on connection: any Connection
    ) throws(StorageError) -> [Appointment] {
        try appointments("match_id IN (\(list: matches))", on: connection)
    }

    func deleteAll(of matches: [HelperMatchID], on connection: any Connection) throws(StorageError) -> Int {
        try connection.execute("DELETE FROM appointment WHERE match_id IN (\(list: matches))")
    }

    private func appointments(_ filter: SQL, on connection: any Connection) throws(StorageError) -> [Appointment] {
        var appointments: [Appointment] = []
        for row in try connection.rows("SELECT * FROM appointment WHERE \(filter)") {
            appointments.append(try Appointment(row))
        }
        var events: [AppointmentID: [AppointmentEvent]] = [:]
        let rows = try connection.rows(
            """
            SELECT * FROM appointment_event WHERE appointment_id IN (\(list: appointments.map(\.id)))
            ORDER BY appointment_id, position
            """)
        for row in rows { events[try row["appointment_id"], default: []].append(try AppointmentEvent(row)) }
        return appointments.map { appointment in
            var appointment = appointment
            appointment.events = events[appointment.id] ?? []
            return appointment
        }
    }
}

extension Appointment {
    fileprivate init(_ row: Row) throws(StorageError) {
        self.init(
            id: try row["id"], match: try row["match_id"], proposedBy: try row["proposed_by"],
            proposedAt: try row["proposed_at"], slot: try AppointmentSlot(row))
    }
}

extension AppointmentEvent {
    fileprivate init(_ row: Row) throws(StorageError) {
        let kind: Kind = try row["kind"]
        let deed: Deed =
            switch kind {
            case .accepted: .accepted
            case .moved: .moved(try AppointmentSlot(row))
            case .cancelled: .cancelled
            }
        self.init(id: try row["id"], deed: deed, by: try row["by_id"], at: try row["at"])
    }
}

extension AppointmentSlot {
    fileprivate init(_ row: Row) throws(StorageError) {
        let kind: AppointmentPlace.Kind = try row["place"]
        let place: AppointmentPlace =
            switch kind {
            case .location: .location(try row["location_id"])
            case .phone: .phone
            case .home: .home
            }
        self.init(start: try row["starts_at"], minutes: try row["minutes"], place: place)
    }
}
