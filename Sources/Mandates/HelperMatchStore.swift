import Courseware
package import Storage

/// A helper who is asked to take up a request.
package struct HelperMatch: Sendable {
    package let id: HelperMatchID
    package let request: HelpRequest
    package let helper: AccountID
    package let citizenName: String
    package let locationName: String?
}

/// Matches, in the database.
package struct HelperMatchStore: Sendable {
    package init() {}

    /// Asks the helper, where the request is open in that organisation, nobody else is asked, and this helper was not
    /// asked before; whether it did.
    func insert(
        _ id: HelperMatchID, request: HelpRequestID, helper: AccountID, by coordinator: AccountID,
        in organisation: OrganisationID, at instant: Instant, on connection: any Connection
    ) throws(StorageError) -> Bool {
        try connection.execute(
            """
            INSERT INTO helper_match (id, help_request_id, helper_id, matched_by, matched_at)
            SELECT \(id), help_request.id, \(helper), \(coordinator), \(instant) FROM help_request
            WHERE help_request.id = \(request) AND organisation_id = \(organisation) AND withdrawn_at IS NULL
            AND NOT EXISTS (
                SELECT 1 FROM helper_match AS other WHERE other.help_request_id = help_request.id AND (
                    other.helper_id = \(helper) OR other.answer IS NULL
                    OR other.answer = 'accepted' AND (other.citizen_answer IS NULL OR other.citizen_answer = 'accepted')))
            ON CONFLICT (id) DO NOTHING
            """) == 1
    }

    /// Whether the helper is asked and had not answered yet.
    func answer(
        _ id: HelperMatchID, by helper: AccountID, accepted: Bool, at instant: Instant, on connection: any Connection
    ) throws(StorageError) -> Bool {
        let answer = accepted ? "accepted" : "declined"
        return try connection.execute(
            """
            UPDATE helper_match SET answer = \(answer), answered_at = \(instant)
            WHERE id = \(id) AND helper_id = \(helper) AND answer IS NULL AND EXISTS (
                SELECT 1 FROM help_request WHERE help_request.id = help_request_id AND withdrawn_at IS NULL)
            """) == 1
    }

    /// Whether the helper had said yes and the citizen had not answered yet.
    func answer(
        _ id: HelperMatchID, forCitizen citizen: AccountID, accepted: Bool, at instant: Instant,
        on connection: any Connection
    ) throws(StorageError) -> Bool {
        let answer = accepted ? "accepted" : "declined"
        let isAnswered = try connection.execute(
            """
            UPDATE helper_match SET citizen_answer = \(answer), citizen_answered_at = \(instant)
            WHERE id = \(id) AND answer = 'accepted' AND citizen_answer IS NULL AND EXISTS (
                SELECT 1 FROM help_request
                WHERE help_request.id = help_request_id AND citizen_id = \(citizen) AND withdrawn_at IS NULL)
            """) == 1
        if isAnswered, accepted {
            try connection.execute(
                """
                UPDATE help_request SET taken_at = \(instant)
                WHERE id = (SELECT help_request_id FROM helper_match WHERE id = \(id))
                """)
        }
        return isAnswered
    }

    /// Whether the helper said this already: a form that is sent again does nothing more.
    func isAnswered(
        _ id: HelperMatchID, by helper: AccountID, accepted: Bool, on connection: any Connection
    ) throws(StorageError) -> Bool {
        let answer = accepted ? "accepted" : "declined"
        return try connection.exists(
            "SELECT 1 FROM helper_match WHERE id = \(id) AND helper_id = \(helper) AND answer = \(answer)")
    }

    /// The same of the citizen.
    func isAnswered(
        _ id: HelperMatchID, forCitizen citizen: AccountID, accepted: Bool, on connection: any Connection
    ) throws(StorageError) -> Bool {
        let answer = accepted ? "accepted" : "declined"
        return try connection.exists(
            """
            SELECT 1 FROM helper_match JOIN help_request ON help_request.id = help_request_id
            WHERE helper_match.id = \(id) AND citizen_id = \(citizen) AND citizen_answer = \(answer)
            """)
    }

    /// What this helper is asked and has not answered, the oldest first.
    package func waiting(for helper: AccountID, on connection: any Connection) throws(StorageError) -> [HelperMatch] {
        try matches("helper_match.helper_id = \(helper) AND answer IS NULL AND withdrawn_at IS NULL", on: connection)
    }

    /// Where both said yes and no mandate was offered yet, the oldest first.
    package func agreed(for helper: AccountID, on connection: any Connection) throws(StorageError) -> [HelperMatch] {
        try matches("helper_match.helper_id = \(helper) AND \(Self.isAgreed)", on: connection)
    }

    /// One of them.
    package func agreed(
        _ id: HelperMatchID, for helper: AccountID, on connection: any Connection
    ) throws(StorageError) -> HelperMatch? {
        try matches(
            "helper_match.id = \(id) AND helper_match.helper_id = \(helper) AND \(Self.isAgreed)", on: connection).first
    }

    private static let isAgreed: SQL = """
        citizen_answer = 'accepted' AND withdrawn_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM mandate WHERE match_id = helper_match.id)
        """

    func match(_ id: HelperMatchID, on connection: any Connection) throws(StorageError) -> HelperMatch? {
        try matches("helper_match.id = \(id)", on: connection).first
    }

    /// Who need not be asked again for this request: they were, and it came to nothing.
    func asked(for request: HelpRequestID, on connection: any Connection) throws(StorageError) -> Set<AccountID> {
        var helpers: Set<AccountID> = []
        for row in try connection.rows("SELECT helper_id FROM helper_match WHERE help_request_id = \(request)") {
            helpers.insert(try row["helper_id"])
        }
        return helpers
    }

    private func matches(_ filter: SQL, on connection: any Connection) throws(StorageError) -> [HelperMatch] {
        var matches: [HelperMatch] = []
        let rows = try connection.rows(
            """
            SELECT help_request.*, helper_match.id AS match_id, helper_id, citizen.name AS citizen_name,
                location.name AS location_name
            FROM helper_match JOIN help_request ON help_request.id = help_request_id
            JOIN account AS citizen ON citizen.id = citizen_id
            LEFT JOIN location ON location.id = location_id
            WHERE \(filter) ORDER BY matched_at, helper_match.id
            """)
        for row in rows {
            let name: String? = try row["citizen_name"]
            matches.append(
                HelperMatch(
                    id: try row["match_id"], request: try HelpRequest(row), helper: try row["helper_id"],
                    citizenName: name ?? "", locationName: try row["location_name"]))
        }
        return matches
    }
}
