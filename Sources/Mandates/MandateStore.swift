package import Accounts
import Courseware
package import Storage

/// A mandate with the names of both sides, as somebody of them sees it.
package struct SeenMandate: Sendable {
    package let mandate: Mandate
    package let citizenName: String
    package let helperName: String

    /// There is nobody any more to keep a look for.
    var isCitizenErased: Bool { citizenName.isEmpty }
}

/// Mandates and what happened to them, in the database. What a viewer may not see is not found.
package struct MandateStore: Sendable {
    package init() {}

    func insert(
        _ mandate: Mandate, _ agreement: Agreement, match: HelperMatchID?, on connection: any Connection
    ) throws(StorageError) {
        let acts = mandate.acts.map(\.rawValue).joined(separator: " ")
        try connection.execute(
            """
            INSERT INTO mandate (
                id, match_id, renews_id, citizen_id, helper_id, organisation_id, service, acts, needs_confirmation,
                offered_at, valid_until, text_date, text_hash)
            VALUES (
                \(mandate.id), \(match), \(mandate.renews), \(mandate.citizen), \(mandate.helper),
                \(mandate.organisation), \(mandate.service.rawValue), \(acts), \(mandate.needsConfirmation),
                \(mandate.offeredAt), \(mandate.validUntil), \(mandate.textDate), \(mandate.textHash))
            """)
        try connection.execute("INSERT INTO agreement (mandate_id, text) VALUES (\(mandate.id), \(agreement.text))")
    }

    /// The exact text behind the hash.
    package func agreement(of mandate: MandateID, on connection: any Connection) throws(StorageError) -> Agreement? {
        guard let row = try connection.row("SELECT text FROM agreement WHERE mandate_id = \(mandate)") else { return nil }
        return Agreement(text: try row["text"])
    }

    /// One mandate, for a side of it, for a coordinator of its organisation, and for a coach there, who may have the
    /// citizen at the desk.
    package func mandate(
        _ id: MandateID, for viewer: Account, on connection: any Connection
    ) throws(StorageError) -> SeenMandate? {
        let isStaff = viewer.has(.coordinator) || viewer.has(.coach)
        return try mandates(
            """
            mandate.id = \(id) AND (citizen_id = \(viewer.id) OR helper_id = \(viewer.id)
                OR (\(isStaff) = 1 AND mandate.organisation_id = \(viewer.organisation)))
            """, on: connection
        ).first
    }

    /// Without asking who wants to know.
    func mandate(_ id: MandateID, on connection: any Connection) throws(StorageError) -> Mandate? {
        try seen(id, on: connection)?.mandate
    }

    /// The same, with the names of both sides.
    func seen(_ id: MandateID?, on connection: any Connection) throws(StorageError) -> SeenMandate? {
        try mandates("mandate.id = \(id)", on: connection).first
    }

    /// Several at once, without asking who wants to know.
    func mandates(_ ids: [MandateID], on connection: any Connection) throws(StorageError) -> [MandateID: Mandate] {
        let found = try mandates("mandate.id IN (\(list: ids))", on: connection).map { ($0.mandate.id, $0.mandate) }
        return Dictionary(uniqueKeysWithValues: found)
    }

    /// The newest first.
    package func mandates(ofCitizen citizen: AccountID, on connection: any Connection) throws(StorageError) -> [SeenMandate] {
        try mandates("citizen_id = \(citizen)", on: connection)
    }

    /// The newest first.
    package func mandates(ofHelper helper: AccountID, on connection: any Connection) throws(StorageError) -> [SeenMandate] {
        try mandates("helper_id = \(helper)", on: connection)
    }

    /// A page of the organisation's mandates, the newest first, from one that was offered before that moment.
    package func mandates(
        in organisation: OrganisationID, offeredBefore instant: Instant, atMost count: Int, on connection: any Connection
    ) throws(StorageError) -> [SeenMandate] {
        try mandates(
            "mandate.organisation_id = \(organisation) AND offered_at < \(instant)", limit: "LIMIT \(count)", on: connection)
    }

    /// What the coordinator must look at: a high risk to confirm, and what a citizen said no to.
    package func waiting(
        in organisation: OrganisationID, at instant: Instant, on connection: any Connection
    ) throws(StorageError) -> [SeenMandate] {
        // Few of many: it begins with the few, each half by an index of its own.
        try mandates(
            """
            mandate.id IN (
                SELECT paused.id FROM mandate_event CROSS JOIN mandate AS paused
                WHERE kind IN ('objected', 'suspended') AND paused.id = mandate_id
                    AND paused.organisation_id = \(organisation) AND paused.valid_until > \(instant)
                UNION SELECT id FROM mandate AS risky
                WHERE needs_confirmation = 1 AND organisation_id = \(organisation) AND valid_until > \(instant)
                    AND NOT EXISTS (
                        SELECT 1 FROM mandate_event WHERE mandate_id = risky.id AND kind = 'confirmed'))
            """, on: connection
        ).filter { [.unconfirmed, .suspended].contains($0.mandate.state(at: instant)) }
    }

    /// All in which this person is one of the two.
    func mandates(of person: AccountID, on connection: any Connection) throws(StorageError) -> [Mandate] {
        try mandates("citizen_id = \(person) OR helper_id = \(person)", on: connection).map(\.mandate)
    }

    /// How many of the helper's have not ended.
    func running(
        of helper: AccountID, at instant: Instant, except exempt: MandateID?, on connection: any Connection
    ) throws(StorageError) -> Int {
        try mandates("helper_id = \(helper) AND valid_until > \(instant)", on: connection)
            .count { $0.mandate.ending(at: instant) == nil && $0.mandate.id != exempt }
    }

    /// Whether a new one was offered in its place.
    package func isRenewed(
        _ id: MandateID, at instant: Instant, on connection: any Connection
    ) throws(StorageError) -> Bool {
        try renewals(of: id, on: connection).contains { $0.ending(at: instant) == nil }
    }

    /// What was offered in its place.
    func renewals(of id: MandateID, on connection: any Connection) throws(StorageError) -> [Mandate] {
        try mandates("renews_id = \(id)", on: connection).map(\.mandate)
    }

    /// What was offered after this match.
    package func mandate(
        after match: HelperMatchID, by helper: AccountID, on connection: any Connection
    ) throws(StorageError) -> MandateID? {
        try mandates("match_id = \(match) AND helper_id = \(helper)", on: connection).first?.mandate.id
    }

    private func mandates(
        _ filter: SQL, limit: SQL = "", on connection: any Connection
    ) throws(StorageError) -> [SeenMandate] {
        var mandates: [SeenMandate] = []
        let rows = try connection.rows(
            """
            SELECT mandate.*, citizen.name AS citizen_name, helper.name AS helper_name
            FROM mandate JOIN account AS citizen ON citizen.id = citizen_id
            JOIN account AS helper ON helper.id = helper_id
            WHERE \(filter) ORDER BY offered_at DESC, mandate.id \(limit)
            """)
        for row in rows {
            let citizen: String? = try row["citizen_name"]
            let helper: String? = try row["helper_name"]
            mandates.append(
                SeenMandate(mandate: try Mandate(row), citizenName: citizen ?? "", helperName: helper ?? ""))
        }
        let events = try MandateEventStore().events(of: mandates.map(\.mandate.id), on: connection)
        return mandates.map { seen in
            var mandate = seen.mandate
            mandate.events = events[mandate.id] ?? []
            return SeenMandate(mandate: mandate, citizenName: seen.citizenName, helperName: seen.helperName)
        }
    }
}

extension Mandate {
    fileprivate init(_ row: Row) throws(StorageError) {
        let acts: String = try row["acts"]
        self.init(
            id: try row["id"], citizen: try row["citizen_id"], helper: try row["helper_id"],
            organisation: try row["organisation_id"], service: ServiceID(unchecked: try row["service"]),
            acts: acts.split(separator: " ").map { ActID(unchecked: String($0)) },
            needsConfirmation: try row["needs_confirmation"], offeredAt: try row["offered_at"],
            validUntil: try row["valid_until"], textDate: try row["text_date"], textHash: try row["text_hash"],
            renews: try row["renews_id"])
    }
}
