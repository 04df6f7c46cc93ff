import Courseware
package import Storage

/// Who said yes to each other, in the database.
package struct MatchedPairStore: Sendable {
    package init() {}

    /// One of them, for a side of it; nothing where it is forgotten by then.
    package func pair(
        _ id: HelperMatchID, for side: AccountID, at instant: Instant, on connection: any Connection
    ) throws(StorageError) -> MatchedPair? {
        try pairs(
            "helper_match.id = \(id) AND (help_request.citizen_id = \(side) OR helper_match.helper_id = \(side))",
            on: connection
        ).first { !$0.isForgotten(at: instant) }
    }

    /// All in which this person is one of the two, the newest first.
    package func pairs(of side: AccountID, on connection: any Connection) throws(StorageError) -> [MatchedPair] {
        try pairs("(help_request.citizen_id = \(side) OR helper_match.helper_id = \(side))", on: connection)
    }

    /// Without asking who wants to know.
    func pairs(_ ids: [HelperMatchID], on connection: any Connection) throws(StorageError) -> [MatchedPair] {
        try pairs("helper_match.id IN (\(list: ids))", on: connection)
    }

    /// The match that a mandate, or the one it took the place of, came from.
    package func match(of mandate: MandateID, on connection: any Connection) throws(StorageError) -> HelperMatchID? {
        let row = try connection.row(
            """
            WITH RECURSIVE earlier (match_id, renews_id) AS (
                SELECT match_id, renews_id FROM mandate WHERE id = \(mandate)
                UNION ALL
                SELECT mandate.match_id, mandate.renews_id FROM mandate JOIN earlier ON mandate.id = earlier.renews_id)
            SELECT match_id FROM earlier WHERE match_id IS NOT NULL
            """)
        return try row?["match_id"]
    }

    /// Of two moments at which somebody was gone, the first counts.
    private func pairs(_ filter: SQL, on connection: any Connection) throws(StorageError) -> [MatchedPair] {
        let rows = try connection.rows(
            """
            SELECT helper_match.id, helper_match.helper_id, citizen_answered_at, withdrawn_at, service,
                help_request.citizen_id, help_request.organisation_id, citizen.name AS citizen_name,
                helper.name AS helper_name, citizen.closed_at AS citizen_closed_at, helper.closed_at AS helper_closed_at,
                (SELECT MIN(person_report.at) FROM person_report
                    WHERE account_id IN (help_request.citizen_id, helper_match.helper_id)
                    AND person_report.at >= citizen_answered_at) AS reported_at
            FROM helper_match JOIN help_request ON help_request.id = help_request_id
            JOIN account AS citizen ON citizen.id = help_request.citizen_id
            JOIN account AS helper ON helper.id = helper_match.helper_id
            WHERE citizen_answer = 'accepted' AND \(filter)
            ORDER BY citizen_answered_at DESC, helper_match.id
            """)
        let mandates = try mandates(of: try rows.map { (row) throws(StorageError) in try row["id"] }, on: connection)
        var pairs: [MatchedPair] = []
        for row in rows { pairs.append(try MatchedPair(row, mandates)) }
        return pairs
    }

    private func mandates(
        of matches: [HelperMatchID], on connection: any Connection
    ) throws(StorageError) -> [HelperMatchID: [Mandate]] {
        let rows = try connection.rows(
            """
            WITH RECURSIVE later (match_id, id) AS (
                SELECT match_id, id FROM mandate WHERE match_id IN (\(list: matches))
                UNION ALL
                SELECT later.match_id, mandate.id FROM mandate JOIN later ON mandate.renews_id = later.id)
            SELECT match_id, id FROM later
            """)
        let ids: [MandateID] = try rows.map { (row) throws(StorageError) in try row["id"] }
        let known = try MandateStore().mandates(ids, on: connection)
        var mandates: [HelperMatchID: [Mandate]] = [:]
        for row in rows {
            let id: MandateID = try row["id"]
            if let mandate = known[id] { mandates[try row["match_id"], default: []].append(mandate) }
        }
        return mandates
    }
}

extension MatchedPair {
    fileprivate init(_ row: Row, _ mandates: [HelperMatchID: [Mandate]]) throws(StorageError) {
        let id: HelperMatchID = try row["id"]
        let (citizen, helper): (String?, String?) = (try row["citizen_name"], try row["helper_name"])
        let partings: [Instant?] = [
            try row["withdrawn_at"], try row["citizen_closed_at"], try row["helper_closed_at"], try row["reported_at"],
        ]
        self.init(
            id: id, citizen: try row["citizen_id"], helper: try row["helper_id"],
            organisation: try row["organisation_id"], service: ServiceID(unchecked: try row["service"]),
            citizenName: citizen ?? "", helperName: helper ?? "", agreedAt: try row["citizen_answered_at"],
            partedAt: partings.compactMap(\.self).min(), mandates: mandates[id] ?? [])
    }
}
