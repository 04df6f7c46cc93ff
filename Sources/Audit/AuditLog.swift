package import Storage

/// The log of deeds. It grows and never changes; the schema refuses both UPDATE and DELETE.
package struct AuditLog: Sendable {
    package init() {}

    /// Adds the entry; call it inside the `write` of the deed itself, so that the two share one transaction.
    package func append(_ entry: AuditEntry, on connection: any Connection) throws(StorageError) {
        let (result, reason): (String, String?) =
            switch entry.result {
            case .done: ("done", nil)
            case .refused(let reason): ("refused", reason)
            }
        try connection.execute(
            """
            INSERT INTO audit_entry (
                sequence, at, actor_id, on_behalf_of_id, mandate_id, action, object_kind, object_id, subject_id,
                purpose, result, reason, origin)
            VALUES (
                (SELECT COALESCE(MAX(sequence), 0) + 1 FROM audit_entry),
                \(entry.at), \(entry.actor), \(entry.onBehalfOf), \(entry.mandate), \(entry.action),
                \(entry.object.kind), \(entry.object.id), \(entry.subject),
                \(entry.purpose), \(result), \(reason), \(entry.origin))
            """)
    }

    /// What was done with one person's data, the newest first.
    package func entries(about subject: AccountID, on connection: any Connection) throws(StorageError) -> [AuditEntry] {
        try entries("WHERE subject_id = \(subject)", on: connection)
    }

    /// What was done with one mandate, the newest first.
    package func entries(of mandate: MandateID, on connection: any Connection) throws(StorageError) -> [AuditEntry] {
        try entries("WHERE mandate_id = \(mandate)", on: connection)
    }

    private func entries(_ filter: SQL, on connection: any Connection) throws(StorageError) -> [AuditEntry] {
        var entries: [AuditEntry] = []
        let rows = try connection.rows("SELECT * FROM audit_entry \(filter) ORDER BY sequence DESC")
        for row in rows { entries.append(try AuditEntry(row)) }
        return entries
    }
}

extension AuditEntry {
    fileprivate init(_ row: Row) throws(StorageError) {
        let reason: String? = try row["reason"]
        self.init(
            try row["action"], AuditObject(try row["object_kind"], try row["object_id"]),
            at: try row["at"], by: try row["actor_id"], about: try row["subject_id"],
            onBehalfOf: try row["on_behalf_of_id"], mandate: try row["mandate_id"],
            for: try row["purpose"], result: reason.map(Result.refused(reason:)) ?? .done, origin: try row["origin"])
    }
}
