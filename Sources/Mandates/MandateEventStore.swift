import Courseware
import Storage

/// What happened to mandates, in the database.
struct MandateEventStore {
    func insert(_ event: MandateEvent, to mandate: MandateID, on connection: any Connection) throws(StorageError) {
        let (act, recorded, signatory): (ActID?, RecordedActID?, MandateEvent.Signatory?) =
            switch event.deed {
            case .actWithdrawn(let act, _): (act, nil, nil)
            case .objected(let recorded): (nil, recorded, nil)
            case .consentedOnPaper(let signatory): (nil, nil, signatory)
            case .confirmed, .consented, .refused, .revoked, .returned, .suspended, .resumed, .renewed, .died, .incapable:
                (nil, nil, nil)
            }
        try connection.execute(
            """
            INSERT INTO mandate_event (
                id, mandate_id, position, kind, by_id, at, act, recorded_act_id, channel,
                signatory)
            VALUES (
                \(event.id), \(mandate),
                (SELECT COUNT(*) FROM mandate_event WHERE mandate_id = \(mandate)), \(event.deed.kind), \(event.by), \(event.at), \(act?.rawValue), \(recorded),
                \(event.deed.channel), \(signatory))
            """)
    }

    func isKnown(_ event: MandateEventID, on connection: any Connection) throws(StorageError) -> Bool {
        try connection.exists("SELECT 1 FROM mandate_event WHERE id = \(event)")
    }

    /// Of each mandate, in the order in which they happened.
    func events(
        of mandates: [MandateID], on connection: any Connection
    ) throws(StorageError) -> [MandateID: [MandateEvent]] {
        var events: [MandateID: [MandateEvent]] = [:]
        let rows = try connection.rows(
            "SELECT * FROM mandate_event WHERE mandate_id IN (\(list: mandates)) ORDER BY mandate_id, position")
        for row in rows { events[try row["mandate_id"], default: []].append(try MandateEvent(row)) }
        return events
    }
}

extension MandateEvent {
    fileprivate init(_ row: Row) throws(StorageError) {
        self.init(id: try row["id"], deed: try Deed(row), by: try row["by_id"], at: try row["at"])
    }
}

extension MandateEvent.Deed {
    fileprivate init(_ row: Row) throws(StorageError) {
        let kind: MandateEvent.Kind = try row["kind"]
        switch kind {
        case .confirmed: self = .confirmed
        case .consented: self = .consented
        case .consentedOnPaper: self = .consentedOnPaper(try row["signatory"])
        case .refused: self = .refused
        case .actWithdrawn: self = .actWithdrawn(ActID(unchecked: try row["act"]), try row["channel"])
        case .revoked: self = .revoked(try row["channel"])
        case .returned: self = .returned
        case .suspended: self = .suspended
        case .objected: self = .objected(try row["recorded_act_id"])
        case .resumed: self = .resumed
        case .renewed: self = .renewed
        case .died: self = .died
        case .incapable: self = .incapable
        }
    }
}
