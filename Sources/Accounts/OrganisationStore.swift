package import Audit
package import Storage

/// Organisations and their locations, in the database.
package struct OrganisationStore: Sendable {
    package init() {}

    /// Adds the organisation; the same one twice counts once.
    package func insert(
        _ organisation: Organisation, by administrator: AccountID?, at instant: Instant, origin: AuditOrigin = .web,
        on connection: any Connection
    ) throws(StorageError) {
        let count = try connection.execute(
            """
            INSERT INTO organisation (id, name, created_at)
            VALUES (\(organisation.id), \(organisation.name), \(instant)) ON CONFLICT (id) DO NOTHING
            """)
        guard count == 1 else { return }
        try AuditLog().append(
            AuditEntry(
                .organisationMade, AuditObject("organisation", organisation.id.rawValue), at: instant,
                by: administrator, for: .administration, origin: origin), on: connection)
    }

    package func insert(_ location: Location, on connection: any Connection) throws(StorageError) {
        try connection.execute(
            """
            INSERT INTO location (id, organisation_id, name)
            VALUES (\(location.id), \(location.organisation), \(location.name))
            """)
    }

    /// All of them, the oldest first.
    package func organisations(on connection: any Connection) throws(StorageError) -> [Organisation] {
        var organisations: [Organisation] = []
        for row in try connection.rows("SELECT id, name FROM organisation ORDER BY created_at, id") {
            organisations.append(Organisation(id: try row["id"], name: try row["name"]))
        }
        return organisations
    }

    /// The organisation's buildings, by name.
    package func locations(
        of organisation: OrganisationID, on connection: any Connection
    ) throws(StorageError) -> [Location] {
        var locations: [Location] = []
        let rows = try connection.rows("SELECT * FROM location WHERE organisation_id = \(organisation) ORDER BY name")
        for row in rows {
            locations.append(
                Location(id: try row["id"], organisation: try row["organisation_id"], name: try row["name"]))
        }
        return locations
    }

    package func organisation(
        _ id: OrganisationID, on connection: any Connection
    ) throws(StorageError) -> Organisation? {
        guard let row = try connection.row("SELECT id, name FROM organisation WHERE id = \(id)") else { return nil }
        return Organisation(id: try row["id"], name: try row["name"])
    }
}

extension AuditAction {
    package static let organisationMade: Self = "organisation.made"
}
