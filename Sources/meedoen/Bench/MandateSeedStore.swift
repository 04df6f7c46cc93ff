import Accounts
import Mandates
import Storage

/// Mandates that run, without the questions and answers before them: ten thousand of these would take minutes.
struct MandateSeedStore {
    static let service = "afspraak-gemeente"
    static let act = "zoeken"

    /// A mandate that the citizen agreed to now, for a month, with the code on its paper.
    func insert(
        _ id: MandateID, citizen: AccountID, helper: AccountID, in organisation: OrganisationID, matchedBy coordinator: AccountID,
        _ code: CheckCode, _ world: World, on connection: any Connection
    ) throws(StorageError) {
        let (request, match): (HelpRequestID, HelperMatchID) = (world.newID(), world.newID())
        let event: MandateEventID = world.newID()
        let (now, end) = (world.now, world.now + .days(30))
        try connection.execute(
            """
            INSERT INTO help_request (
                id, citizen_id, organisation_id, service, wish, language, by_phone, times, asked_by, asked_at,
                taken_at)
            VALUES (\(request), \(citizen), \(organisation), \(Self.service), '', 'nl', 0, '', \(citizen), \(now), \(now))
            """)
        try connection.execute(
            """
            INSERT INTO helper_match (
                id, help_request_id, helper_id, matched_by, matched_at, answer, answered_at, citizen_answer,
                citizen_answered_at)
            VALUES (
                \(match), \(request), \(helper), \(coordinator), \(now), 'accepted', \(now), 'accepted', \(now))
            """)
        try connection.execute(
            """
            INSERT INTO mandate (
                id, match_id, citizen_id, helper_id, organisation_id, service, acts, needs_confirmation, offered_at,
                valid_until, text_date, text_hash)
            VALUES (
                \(id), \(match), \(citizen), \(helper), \(organisation), \(Self.service), \(Self.act), 0, \(now), \(end),
                '2026-11-25', \(String(repeating: "0", count: 64)))
            """)
        try connection.execute(
            """
            INSERT INTO mandate_event (id, mandate_id, position, kind, by_id, at)
            VALUES (\(event), \(id), 0, 'consented', \(citizen), \(now))
            """)
        try CheckCodeStore().insert(code, of: id, at: now, on: connection)
    }
}
