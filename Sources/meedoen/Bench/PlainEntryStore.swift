import Audit
import Storage

/// The rows that entries of the log are measured against: the same columns, and no chain.
struct PlainEntryStore {
    func make(on connection: any Connection) throws(StorageError) {
        try connection.execute(
            """
            CREATE TABLE plain_entry (
                sequence INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor_id TEXT, on_behalf_of_id TEXT, mandate_id TEXT,
                action TEXT NOT NULL, object_kind TEXT NOT NULL, object_id TEXT NOT NULL, subject_id TEXT,
                purpose TEXT NOT NULL, origin TEXT NOT NULL) STRICT
            """)
        try connection.execute("CREATE INDEX plain_entry_by_subject ON plain_entry (subject_id, sequence)")
        try connection.execute("CREATE INDEX plain_entry_by_mandate ON plain_entry (mandate_id, sequence)")
    }

    func insert(_ entry: AuditEntry, on connection: any Connection) throws(StorageError) {
        try connection.execute(
            """
            INSERT INTO plain_entry (
                sequence, at, actor_id, on_behalf_of_id, mandate_id, action, object_kind, object_id, subject_id,
                purpose, origin)
            VALUES (
                (SELECT COALESCE(MAX(sequence), 0) + 1 FROM plain_entry),
                \(entry.at), \(entry.actor), \(entry.onBehalfOf), \(entry.mandate), \(entry.action),
                \(entry.object.kind), \(entry.object.id), \(entry.subject), \(entry.purpose), \(entry.origin))
            """)
    }

    func remove(on connection: any Connection) throws(StorageError) { try connection.execute("DROP TABLE plain_entry") }
}
