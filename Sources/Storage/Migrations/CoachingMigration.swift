extension Migrations {
    static let coaching = Migration(
        name: "coaching",
        statements: [
            // "group" is a word of SQL's own.
            """
            CREATE TABLE learner_group (
                id TEXT PRIMARY KEY,
                organisation_id TEXT NOT NULL REFERENCES organisation (id),
                location_id TEXT REFERENCES location (id),
                name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
                created_at INTEGER NOT NULL,
                created_by TEXT NOT NULL REFERENCES account (id),
                closed_at INTEGER
            ) STRICT
            """,
            """
            CREATE TABLE group_coach (
                group_id TEXT NOT NULL REFERENCES learner_group (id),
                account_id TEXT NOT NULL REFERENCES account (id),
                since INTEGER NOT NULL,
                PRIMARY KEY (group_id, account_id)
            ) STRICT
            """,
            "CREATE INDEX group_coach_by_account ON group_coach (account_id)",
            """
            CREATE TABLE group_member (
                group_id TEXT NOT NULL REFERENCES learner_group (id),
                account_id TEXT NOT NULL REFERENCES account (id),
                joined_at INTEGER NOT NULL,
                left_at INTEGER,
                PRIMARY KEY (group_id, account_id)
            ) STRICT
            """,
            "CREATE INDEX group_member_by_account ON group_member (account_id)",
        ])
}
