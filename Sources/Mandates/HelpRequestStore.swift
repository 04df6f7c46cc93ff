import Courseware
package import Storage

/// Help requests and the helpers matched to them, in the database.
package struct HelpRequestStore: Sendable {
    package init() {}

    /// Whether the request was new.
    func insert(_ request: HelpRequest, on connection: any Connection) throws(StorageError) -> Bool {
        try connection.execute(
            """
            INSERT INTO help_request (id, citizen_id, organisation_id, service, wish, asked_at)
            VALUES (
                \(request.id), \(request.citizen), \(request.organisation), \(request.service.rawValue),
                \(request.wish), \(request.askedAt))
            ON CONFLICT (id) DO NOTHING
            """) == 1
    }

    /// Whether it was this citizen's, and open.
    func withdraw(
        _ id: HelpRequestID, by citizen: AccountID, at instant: Instant, on connection: any Connection
    ) throws(StorageError) -> Bool {
        try connection.execute(
            """
            UPDATE help_request SET withdrawn_at = \(instant)
            WHERE id = \(id) AND citizen_id = \(citizen) AND withdrawn_at IS NULL
            """) == 1
    }

    /// The citizen's requests that nobody has taken up yet, the newest first.
    package func waiting(of citizen: AccountID, on connection: any Connection) throws(StorageError) -> [WaitingRequest] {
        try waiting("citizen_id = \(citizen)", on: connection)
    }

    /// The organisation's requests that nobody has taken up yet, the newest first.
    package func waiting(
        in organisation: OrganisationID, on connection: any Connection
    ) throws(StorageError) -> [WaitingRequest] {
        try waiting("help_request.organisation_id = \(organisation)", on: connection)
    }

    private func waiting(_ filter: SQL, on connection: any Connection) throws(StorageError) -> [WaitingRequest] {
        var requests: [WaitingRequest] = []
        let rows = try connection.rows(
            """
            SELECT help_request.*, citizen.name AS citizen_name, helper.name AS helper_name
            FROM help_request JOIN account AS citizen ON citizen.id = help_request.citizen_id
            LEFT JOIN helper_match ON help_request_id = help_request.id AND answer IS NULL
            LEFT JOIN account AS helper ON helper.id = helper_match.helper_id
            WHERE \(filter) AND withdrawn_at IS NULL AND NOT EXISTS (
                SELECT 1 FROM helper_match AS taken
                WHERE taken.help_request_id = help_request.id AND taken.answer = 'accepted')
            ORDER BY asked_at DESC, help_request.id
            """)
        for row in rows { requests.append(try WaitingRequest(row)) }
        return requests
    }
}

/// A request that no helper has accepted yet.
package struct WaitingRequest: Sendable {
    package let request: HelpRequest
    package let citizenName: String
    /// Who was asked and has not answered.
    package let askedHelper: String?
}

extension WaitingRequest {
    init(_ row: Row) throws(StorageError) {
        request = try HelpRequest(row)
        let name: String? = try row["citizen_name"]
        citizenName = name ?? ""
        askedHelper = try row["helper_name"]
    }
}

extension HelpRequest {
    init(_ row: Row) throws(StorageError) {
        self.init(
            kept: try row["id"], try row["citizen_id"], try row["organisation_id"],
            ServiceID(unchecked: try row["service"]), try row["wish"], try row["asked_at"])
    }
}
