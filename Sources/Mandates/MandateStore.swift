package import Accounts
import Courseware
package import Storage

/// A mandate with the names of both sides, as somebody of them sees it.
package struct SeenMandate: Sendable {
    package let mandate: Mandate
    package let citizenName: String
    package let helperName: String
}

/// Mandates, what happened to them, and what was done with them, in the database. What a viewer may not see is not
/// found.
package struct MandateStore: Sendable {
    package init() {}

    func insert(_ mandate: Mandate, match: HelperMatchID, on connection: any Connection) throws(StorageError) {
        let acts = mandate.acts.map(\.rawValue).joined(separator: " ")
        try connection.execute(
            """
            INSERT INTO mandate (
                id, match_id, citizen_id, helper_id, organisation_id, service, acts, offered_at, valid_until,
                text_date, text_hash)
            VALUES (
                \(mandate.id), \(match), \(mandate.citizen), \(mandate.helper), \(mandate.organisation),
                \(mandate.service.rawValue), \(acts), \(mandate.offeredAt), \(mandate.validUntil),
                \(mandate.textDate), \(mandate.textHash))
            """)
    }

    func insert(_ event: MandateEvent, to mandate: MandateID, on connection: any Connection) throws(StorageError) {
        try connection.execute(
            """
            INSERT INTO mandate_event (id, mandate_id, kind, by_id, at)
            VALUES (\(event.id), \(mandate), \(event.kind), \(event.by), \(event.at))
            """)
    }

    /// Whether the act was new.
    func insert(_ act: RecordedAct, to mandate: MandateID, on connection: any Connection) throws(StorageError) -> Bool {
        try connection.execute(
            """
            INSERT INTO act (id, mandate_id, kind, by_id, at, minutes, result)
            VALUES (
                \(act.id), \(mandate), \(act.kind.rawValue), \(act.by), \(act.at), \(act.minutes), \(act.result))
            ON CONFLICT (id) DO NOTHING
            """) == 1
    }

    func isKnown(_ act: RecordedActID, on connection: any Connection) throws(StorageError) -> Bool {
        try connection.exists("SELECT 1 FROM act WHERE id = \(act)")
    }

    func isKnown(_ event: MandateEventID, on connection: any Connection) throws(StorageError) -> Bool {
        try connection.exists("SELECT 1 FROM mandate_event WHERE id = \(event)")
    }

    /// One mandate, for a side of it or for a coordinator of its organisation.
    package func mandate(
        _ id: MandateID, for viewer: Account, on connection: any Connection
    ) throws(StorageError) -> SeenMandate? {
        try mandates("mandate.id = \(id)", for: viewer, on: connection).first
    }

    /// All that the viewer may see, the newest first.
    package func mandates(for viewer: Account, on connection: any Connection) throws(StorageError) -> [SeenMandate] {
        try mandates("1 = 1", for: viewer, on: connection)
    }

    /// What was done with it, the newest first.
    package func acts(of mandate: MandateID, on connection: any Connection) throws(StorageError) -> [RecordedAct] {
        var acts: [RecordedAct] = []
        for row in try connection.rows("SELECT * FROM act WHERE mandate_id = \(mandate) ORDER BY at DESC, id DESC") {
            acts.append(
                RecordedAct(
                    id: try row["id"], kind: ActID(unchecked: try row["kind"]), by: try row["by_id"],
                    at: try row["at"], minutes: try row["minutes"], result: try row["result"]))
        }
        return acts
    }

    private func mandates(
        _ filter: SQL, for viewer: Account, on connection: any Connection
    ) throws(StorageError) -> [SeenMandate] {
        var mandates: [SeenMandate] = []
        let rows = try connection.rows(
            """
            SELECT mandate.*, citizen.name AS citizen_name, helper.name AS helper_name
            FROM mandate JOIN account AS citizen ON citizen.id = citizen_id
            JOIN account AS helper ON helper.id = helper_id
            WHERE \(filter) AND (citizen_id = \(viewer.id) OR helper_id = \(viewer.id)
                OR (\(viewer.has(.coordinator)) = 1 AND mandate.organisation_id = \(viewer.organisation)))
            ORDER BY offered_at DESC, mandate.id
            """)
        for row in rows {
            var mandate = try Mandate(row)
            mandate.events = try events(of: mandate.id, on: connection)
            let citizen: String? = try row["citizen_name"]
            let helper: String? = try row["helper_name"]
            mandates.append(SeenMandate(mandate: mandate, citizenName: citizen ?? "", helperName: helper ?? ""))
        }
        return mandates
    }

    private func events(of mandate: MandateID, on connection: any Connection) throws(StorageError) -> [MandateEvent] {
        var events: [MandateEvent] = []
        for row in try connection.rows("SELECT * FROM mandate_event WHERE mandate_id = \(mandate) ORDER BY at, id") {
            events.append(
                MandateEvent(id: try row["id"], kind: try row["kind"], by: try row["by_id"], at: try row["at"]))
        }
        return events
    }
}

extension Mandate {
    fileprivate init(_ row: Row) throws(StorageError) {
        let acts: String = try row["acts"]
        self.init(
            id: try row["id"], citizen: try row["citizen_id"], helper: try row["helper_id"],
            organisation: try row["organisation_id"], service: ServiceID(unchecked: try row["service"]),
            acts: acts.split(separator: " ").map { ActID(unchecked: String($0)) }, offeredAt: try row["offered_at"],
            validUntil: try row["valid_until"], textDate: try row["text_date"], textHash: try row["text_hash"])
    }
}
