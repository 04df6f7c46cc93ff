extension Migrations {
    /// One more role. A CHECK cannot be changed in place, so the table is made anew; nothing refers to it.
    static let auditor = Migration(
        name: "auditor",
        statements: [
            """
            CREATE TABLE account_role_with_auditor (
                account_id TEXT NOT NULL REFERENCES account (id),
                role TEXT NOT NULL CHECK (
                    role IN ('learner', 'coach', 'helper', 'author', 'coordinator', 'administrator', 'auditor')),
                granted_at INTEGER NOT NULL,
                granted_by TEXT REFERENCES account (id),
                PRIMARY KEY (account_id, role)
            ) STRICT
            """,
            """
            INSERT INTO account_role_with_auditor (account_id, role, granted_at, granted_by)
            SELECT account_id, role, granted_at, granted_by FROM account_role
            """,
            "DROP TABLE account_role",
            "ALTER TABLE account_role_with_auditor RENAME TO account_role",
        ])
}
