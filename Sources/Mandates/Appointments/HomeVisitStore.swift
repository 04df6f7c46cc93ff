package import Storage

/// Whether an organisation lets helpers come to somebody's home, in the database. It does not until it says so.
package struct HomeVisitStore: Sendable {
    package init() {}

    package func isAllowed(in organisation: OrganisationID, on connection: any Connection) throws(StorageError) -> Bool {
        let row = try connection.row("SELECT allowed FROM home_visit_rule WHERE organisation_id = \(organisation)")
        return try row?["allowed"] ?? false
    }

    func allow(
        _ isAllowed: Bool, in organisation: OrganisationID, by coordinator: AccountID, at instant: Instant,
        on connection: any Connection
    ) throws(StorageError) {
        try connection.execute(
            """
            INSERT INTO home_visit_rule (organisation_id, allowed, set_by, set_at)
            VALUES (\(organisation), \(isAllowed), \(coordinator), \(instant))
            ON CONFLICT (organisation_id) DO UPDATE
            SET allowed = excluded.allowed, set_by = excluded.set_by, set_at = excluded.set_at
            """)
    }
}
