package import Storage

/// Calls for the coordinator, in the database.
package struct CoordinatorCallStore: Sendable {
    package init() {}

    /// Whether it was new: about the same act there is one, and without an act one at a time.
    func insert(_ call: CoordinatorCall, on connection: any Connection) throws(StorageError) -> Bool {
        try connection.execute(
            """
            INSERT INTO coordinator_call (id, match_id, act_id, by_id, at)
            SELECT \(call.id), \(call.match), \(call.act), \(call.by), \(call.at)
            WHERE \(call.act != nil) = 1 OR NOT EXISTS (
                SELECT 1 FROM coordinator_call
                WHERE match_id = \(call.match) AND act_id IS NULL AND settled_at IS NULL)
            ON CONFLICT DO NOTHING
            """) == 1
    }

    func waits(_ match: HelperMatchID, on connection: any Connection) throws(StorageError) -> Bool {
        try connection.exists(
            """
            SELECT 1 FROM coordinator_call
            WHERE match_id = \(match) AND act_id IS NULL AND settled_at IS NULL
            """)
    }

    /// What the organisation's coordinator has not settled, the oldest first.
    package func waiting(
        in organisation: OrganisationID, on connection: any Connection
    ) throws(StorageError) -> [WaitingCall] {
        // It begins with the few calls, not with every request there ever was.
        let rows = try connection.rows(
            """
            SELECT coordinator_call.*, act.mandate_id
            FROM coordinator_call CROSS JOIN helper_match CROSS JOIN help_request LEFT JOIN act ON act.id = act_id
            WHERE settled_at IS NULL AND helper_match.id = match_id AND help_request.id = help_request_id
                AND organisation_id = \(organisation)
            ORDER BY coordinator_call.at, coordinator_call.id
            """)
        let matches: [HelperMatchID] = try rows.map { (row) throws(StorageError) in try row["match_id"] }
        let pairs = try MatchedPairStore().pairs(matches, on: connection)
        var calls: [WaitingCall] = []
        for row in rows {
            let call = try CoordinatorCall(row)
            guard let pair = pairs.first(where: { $0.id == call.match }) else { continue }
            calls.append(WaitingCall(call: call, pair: pair, mandate: try row["mandate_id"]))
        }
        return calls
    }

    func settle(
        _ id: CoordinatorCallID, by coordinator: AccountID, at instant: Instant, on connection: any Connection
    ) throws(StorageError) {
        try connection.execute(
            """
            UPDATE coordinator_call SET settled_by = \(coordinator), settled_at = \(instant)
            WHERE id = \(id) AND settled_at IS NULL
            """)
    }
}

extension CoordinatorCall {
    fileprivate init(_ row: Row) throws(StorageError) {
        self.init(
            id: try row["id"], match: try row["match_id"], act: try row["act_id"], by: try row["by_id"],
            at: try row["at"])
    }
}
