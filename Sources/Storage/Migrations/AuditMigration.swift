extension Migrations {
    /// Who did what to whose data, when and why (BIO2 8.15.01: action, object, result, origin, actor, time stamp).
    /// Nobody's name and no free text stands here, so that a person can be forgotten and the log stays whole.
    ///
    /// An entry names people by a commitment, the hash of the account's id and a secret salt; which account that is
    /// stands in `audit_person` alone. There it can be emptied, and the entries, which are chained by `hash`, stay as
    /// they were: nobody can find out any more whom they were about.
    static let audit = Migration(
        name: "audit",
        statements: [
            """
            CREATE TABLE audit_person (
                number INTEGER PRIMARY KEY,
                commitment BLOB NOT NULL UNIQUE CHECK (length(commitment) = 32),
                account_id TEXT UNIQUE,
                salt BLOB CHECK (length(salt) = 32),
                CHECK ((account_id IS NULL) = (salt IS NULL))
            ) STRICT
            """,
            """
            CREATE TABLE audit_entry (
                sequence INTEGER PRIMARY KEY,
                at INTEGER NOT NULL,
                actor BLOB CHECK (length(actor) = 32),
                on_behalf_of BLOB CHECK (length(on_behalf_of) = 32),
                mandate_id TEXT CHECK (length(mandate_id) = 36),
                action TEXT NOT NULL CHECK (length(action) BETWEEN 1 AND 60 AND action NOT LIKE '% %'),
                object_kind TEXT NOT NULL CHECK (length(object_kind) BETWEEN 1 AND 30),
                object_id TEXT CHECK (length(object_id) <= 100 AND object_id NOT LIKE '% %'),
                object_person BLOB CHECK (length(object_person) = 32),
                subject BLOB CHECK (length(subject) = 32),
                purpose TEXT NOT NULL CHECK (length(purpose) BETWEEN 1 AND 30),
                result TEXT NOT NULL CHECK (result IN ('done', 'refused')),
                reason TEXT CHECK (length(reason) BETWEEN 1 AND 60 AND reason NOT LIKE '% %'),
                origin TEXT NOT NULL CHECK (length(origin) BETWEEN 1 AND 30),
                hash BLOB NOT NULL CHECK (length(hash) = 32),
                CHECK ((object_id IS NULL) <> (object_person IS NULL)),
                CHECK ((result = 'refused') = (reason IS NOT NULL))
            ) STRICT
            """,
            "CREATE INDEX audit_entry_by_time ON audit_entry (at)",
            "CREATE INDEX audit_entry_by_subject ON audit_entry (subject, sequence) WHERE subject IS NOT NULL",
            "CREATE INDEX audit_entry_by_mandate ON audit_entry (mandate_id, sequence) WHERE mandate_id IS NOT NULL",
        ],
        refusals: [
            SchemaRefusal(
                "audit_entry_is_never_changed", of: .update, on: "audit_entry",
                because: "an audit entry is never changed"),
            SchemaRefusal(
                "audit_entry_is_never_removed", of: .delete, on: "audit_entry",
                because: "an audit entry is never removed"),
            // SQLite's INSERT OR REPLACE removes what it replaces without asking the one above.
            SchemaRefusal(
                "audit_entry_comes_last", of: .insert, on: "audit_entry",
                where: "EXISTS (SELECT 1 FROM audit_entry WHERE sequence >= NEW.sequence)",
                because: "an audit entry comes after all others"),
            // Only the deed that erases a person empties their row, and leaves everything else of it.
            SchemaRefusal(
                "audit_person_is_emptied_by_erasing_only", of: .update, on: "audit_person",
                where: """
                    NEW.number <> OLD.number OR NEW.commitment <> OLD.commitment OR NEW.account_id IS NOT NULL
                        OR NOT EXISTS (
                            SELECT 1 FROM audit_entry WHERE subject = OLD.commitment AND action = 'account.erased')
                    """,
                because: "only erasing a person empties the row"),
            SchemaRefusal(
                "audit_person_is_never_removed", of: .delete, on: "audit_person",
                because: "the row of a person is never removed"),
            SchemaRefusal(
                "audit_person_comes_last", of: .insert, on: "audit_person",
                where: """
                    EXISTS (SELECT 1 FROM audit_person WHERE number >= NEW.number)
                        OR EXISTS (SELECT 1 FROM audit_person WHERE account_id = NEW.account_id)
                        OR EXISTS (SELECT 1 FROM audit_person WHERE commitment = NEW.commitment)
                    """,
                because: "the row of a person is never replaced"),
        ])
}
