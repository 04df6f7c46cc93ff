import Storage

/// The entries, in the database.
struct AuditEntryStore {
    /// The newest entry's place and hash; of an empty log the origin.
    func head(on connection: any Connection) throws(StorageError) -> (sequence: Int, hash: [UInt8]) {
        let row = try connection.row("SELECT sequence, hash FROM audit_entry ORDER BY sequence DESC LIMIT 1")
        guard let row else { return (0, ChainedEntry.origin) }
        return (try row["sequence"], try row["hash"])
    }

    func insert(_ entry: ChainedEntry, hash: [UInt8], on connection: any Connection) throws(StorageError) {
        try connection.execute(
            """
            INSERT INTO audit_entry (
                sequence, at, actor, on_behalf_of, mandate_id, action, object_kind, object_id, object_person, subject,
                purpose, result, reason, origin, hash)
            VALUES (
                \(entry.sequence), \(entry.at), \(entry.actor), \(entry.onBehalfOf), \(entry.mandate), \(entry.action),
                \(entry.objectKind), \(entry.objectID), \(entry.objectPerson), \(entry.subject),
                \(entry.purpose), \(entry.result), \(entry.reason), \(entry.origin), \(hash))
            """)
    }

    /// All of them in their order, column by column as `ChainedEntry` has them, with the hash last.
    func scan(on connection: any Connection, _ body: (ScannedRow) -> Bool) throws(StorageError) {
        try connection.scan(
            """
            SELECT sequence, at, actor, on_behalf_of, mandate_id, action, object_kind, object_id, object_person,
                subject, purpose, result, reason, origin, hash
            FROM audit_entry ORDER BY sequence
            """, body)
    }

    /// The newest first, with the accounts behind the commitments where they are still known.
    ///
    /// - Parameter filter: begins with AND.
    func entries(
        _ filter: SQL, limit: Int? = nil, on connection: any Connection
    ) throws(StorageError) -> [LoggedEntry] {
        var entries: [LoggedEntry] = []
        let rows = try connection.rows(
            """
            SELECT audit_entry.*, doer.account_id AS actor_id, represented.account_id AS on_behalf_of_id,
                thing.account_id AS object_account_id, whose.account_id AS subject_id
            FROM audit_entry
            LEFT JOIN audit_person AS doer ON doer.commitment = audit_entry.actor
            LEFT JOIN audit_person AS represented ON represented.commitment = audit_entry.on_behalf_of
            LEFT JOIN audit_person AS thing ON thing.commitment = audit_entry.object_person
            LEFT JOIN audit_person AS whose ON whose.commitment = audit_entry.subject
            WHERE 1 = 1 \(filter) ORDER BY audit_entry.sequence DESC \(limit.map { "LIMIT \($0)" } ?? "" as SQL)
            """)
        for row in rows { entries.append(try LoggedEntry(row)) }
        return entries
    }

    /// Whether the actor did this to the same thing since then.
    func isKnown(
        _ action: AuditAction, by actor: [UInt8]?, about subject: [UInt8], object id: String?, since instant: Instant,
        on connection: any Connection
    ) throws(StorageError) -> Bool {
        let isDoer: SQL = actor.map { "actor = \($0)" } ?? "actor IS NULL"
        return try connection.exists(
            """
            SELECT 1 FROM audit_entry WHERE subject = \(subject) AND \(isDoer) AND action = \(action)
            AND at > \(instant) AND (object_id = \(id) OR (object_id IS NULL AND object_person = subject)) LIMIT 1
            """)
    }

    /// Of these people, whom the actor did this to since then. Entries follow each other in time, so that only the last
    /// ones of each are read.
    func known(
        _ action: AuditAction, by actor: [UInt8], to subjects: [[UInt8]], since instant: Instant,
        on connection: any Connection
    ) throws(StorageError) -> Set<[UInt8]> {
        guard let first = try connection.row("SELECT sequence FROM audit_entry WHERE at > \(instant) ORDER BY at LIMIT 1")
        else { return [] }
        let sequence: Int = try first["sequence"]
        var known: Set<[UInt8]> = []
        let rows = try connection.rows(
            """
            SELECT DISTINCT subject FROM audit_entry
            WHERE subject IN (\(list: subjects)) AND sequence >= \(sequence) AND actor = \(actor) AND action = \(action)
            """)
        for row in rows { known.insert(try row["subject"]) }
        return known
    }

    func exists(_ action: AuditAction, _ object: AuditObject, on connection: any Connection) throws(StorageError) -> Bool {
        try connection.exists(
            """
            SELECT 1 FROM audit_entry
            WHERE action = \(action) AND object_kind = \(object.kind) AND object_id = \(object.id)
            """)
    }
}
