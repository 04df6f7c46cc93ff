extension Migrations {
    /// Who did what to whose data, when and why (BIO2 8.15.01: action, object, result, origin, actor, time stamp).
    /// Nobody's name and no free text stands here, so that a person can be forgotten and the log stays whole.
    static let audit = Migration(
        name: "audit",
        statements: [
            """
            CREATE TABLE audit_entry (
                sequence INTEGER PRIMARY KEY,
                at INTEGER NOT NULL,
                actor_id TEXT,
                on_behalf_of_id TEXT,
                mandate_id TEXT,
                action TEXT NOT NULL,
                object_kind TEXT NOT NULL,
                object_id TEXT NOT NULL,
                subject_id TEXT,
                purpose TEXT NOT NULL,
                result TEXT NOT NULL CHECK (result IN ('done', 'refused')),
                reason TEXT,
                origin TEXT NOT NULL
            ) STRICT
            """,
            "CREATE INDEX audit_entry_by_subject ON audit_entry (subject_id, sequence)",
            "CREATE INDEX audit_entry_by_mandate ON audit_entry (mandate_id, sequence)",
            """
            CREATE TRIGGER audit_entry_is_never_changed BEFORE UPDATE ON audit_entry
            BEGIN SELECT RAISE(ABORT, 'an audit entry is never changed'); END
            """,
            """
            CREATE TRIGGER audit_entry_is_never_removed BEFORE DELETE ON audit_entry
            BEGIN SELECT RAISE(ABORT, 'an audit entry is never removed'); END
            """,
        ])
}
