package import Courseware
package import Storage

/// What citizens arranged by themselves with the organisations, in the database.
package struct OfficialMandateStore: Sendable {
    package init() {}

    /// Whether it was new.
    func insert(_ mandate: OfficialMandate, on connection: any Connection) throws(StorageError) -> Bool {
        try connection.execute(
            """
            INSERT INTO official_mandate (id, citizen_id, service, until_day, noted_at)
            VALUES (
                \(mandate.id), \(mandate.citizen), \(mandate.service.rawValue), \(mandate.until), \(mandate.notedAt))
            ON CONFLICT (id) DO NOTHING
            """) == 1
    }

    /// The service it was about; nothing where it is not this citizen's.
    func delete(
        _ id: OfficialMandateID, of citizen: AccountID, on connection: any Connection
    ) throws(StorageError) -> ServiceID? {
        let row = try connection.row(
            "DELETE FROM official_mandate WHERE id = \(id) AND citizen_id = \(citizen) RETURNING service")
        return try row.map { (row) throws(StorageError) in ServiceID(unchecked: try row["service"]) }
    }

    /// What the citizen noted about one service, what lasts longest first.
    package func mandates(
        of citizen: AccountID, for service: ServiceID, on connection: any Connection
    ) throws(StorageError) -> [OfficialMandate] {
        var mandates: [OfficialMandate] = []
        let rows = try connection.rows(
            """
            SELECT * FROM official_mandate WHERE citizen_id = \(citizen) AND service = \(service.rawValue)
            ORDER BY until_day DESC, id
            """)
        for row in rows {
            mandates.append(
                OfficialMandate(
                    id: try row["id"], citizen: citizen, service: service, until: try row["until_day"],
                    notedAt: try row["noted_at"]))
        }
        return mandates
    }

    func deleteAll(of citizen: AccountID, on connection: any Connection) throws(StorageError) {
        try connection.execute("DELETE FROM official_mandate WHERE citizen_id = \(citizen)")
    }
}
