import Courseware
package import Storage

/// Help requests, in the database.
package struct HelpRequestStore: Sendable {
    package init() {}

    /// Whether the request was new.
    func insert(_ request: HelpRequest, on connection: any Connection) throws(StorageError) -> Bool {
        let wish = request.wish
        return try connection.execute(
            """
            INSERT INTO help_request (
                id, citizen_id, organisation_id, service, wish, language, location_id, by_phone, times, asked_by,
                asked_at)
            VALUES (
                \(request.id), \(request.citizen), \(request.organisation), \(request.service.rawValue),
                \(wish.words), \(wish.language.rawValue), \(wish.location), \(wish.byPhone), \(wish.times.text),
                \(request.askedBy), \(request.askedAt))
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

    func isWithdrawn(
        _ id: HelpRequestID, by citizen: AccountID, on connection: any Connection
    ) throws(StorageError) -> Bool {
        try connection.exists(
            "SELECT 1 FROM help_request WHERE id = \(id) AND citizen_id = \(citizen) AND withdrawn_at IS NOT NULL")
    }

    /// All that this citizen still waits for.
    func withdrawAll(
        of citizen: AccountID, at instant: Instant, on connection: any Connection
    ) throws(StorageError) {
        try connection.execute(
            """
            UPDATE help_request SET withdrawn_at = \(instant)
            WHERE citizen_id = \(citizen) AND withdrawn_at IS NULL
            """)
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

    /// One of them.
    package func waiting(
        _ id: HelpRequestID, in organisation: OrganisationID, on connection: any Connection
    ) throws(StorageError) -> WaitingRequest? {
        try waiting(
            "help_request.id = \(id) AND help_request.organisation_id = \(organisation)", on: connection).first
    }

    private func waiting(_ filter: SQL, on connection: any Connection) throws(StorageError) -> [WaitingRequest] {
        var requests: [WaitingRequest] = []
        let rows = try connection.rows(
            """
            SELECT help_request.*, citizen.name AS citizen_name, helper.name AS helper_name, location.name AS location_name,
                helper_match.id AS match_id, helper_match.answer
            FROM help_request JOIN account AS citizen ON citizen.id = help_request.citizen_id
            LEFT JOIN location ON location.id = location_id
            LEFT JOIN helper_match ON help_request_id = help_request.id
                AND (answer IS NULL OR answer = 'accepted' AND citizen_answer IS NULL)
            LEFT JOIN account AS helper ON helper.id = helper_match.helper_id
            WHERE \(filter) AND withdrawn_at IS NULL AND taken_at IS NULL
            ORDER BY asked_at DESC, help_request.id
            """)
        for row in rows { requests.append(try WaitingRequest(row)) }
        return requests
    }
}

/// A request that no helper has taken up yet.
package struct WaitingRequest: Sendable {
    package let request: HelpRequest
    package let citizenName: String
    package let locationName: String?
    /// Who was asked, and has not answered or is not known to the citizen yet.
    package let askedHelper: String?
    /// The helper said yes: the citizen sees who it is, and may say no.
    package let proposal: HelperMatchID?
}

extension WaitingRequest {
    init(_ row: Row) throws(StorageError) {
        request = try HelpRequest(row)
        let name: String? = try row["citizen_name"]
        citizenName = name ?? ""
        locationName = try row["location_name"]
        askedHelper = try row["helper_name"]
        let answer: String? = try row["answer"]
        proposal = answer == nil ? nil : try row["match_id"]
    }
}

extension HelpRequest {
    init(_ row: Row) throws(StorageError) {
        var wish = HelpWish(words: try row["wish"])
        wish.language = Language(rawValue: try row["language"]) ?? .dutch
        wish.location = try row["location_id"]
        wish.byPhone = try row["by_phone"]
        wish.times = Set(text: try row["times"])
        self.init(
            id: try row["id"], citizen: try row["citizen_id"], organisation: try row["organisation_id"],
            service: ServiceID(unchecked: try row["service"]), wish: wish, askedBy: try row["asked_by"],
            askedAt: try row["asked_at"])
    }
}
