extension Migrations {
    static let mandates = Migration(
        name: "mandates",
        statements: [
            // In the citizen's own words where they want; never a code, a password or a number of a person.
            """
            CREATE TABLE help_request (
                id TEXT PRIMARY KEY,
                citizen_id TEXT NOT NULL REFERENCES account (id),
                organisation_id TEXT NOT NULL REFERENCES organisation (id),
                service TEXT NOT NULL,
                wish TEXT NOT NULL,
                asked_at INTEGER NOT NULL,
                withdrawn_at INTEGER
            ) STRICT
            """,
            "CREATE INDEX help_request_by_citizen ON help_request (citizen_id)",
            "CREATE INDEX help_request_by_organisation ON help_request (organisation_id)",
            """
            CREATE TABLE helper_match (
                id TEXT PRIMARY KEY,
                help_request_id TEXT NOT NULL REFERENCES help_request (id),
                helper_id TEXT NOT NULL REFERENCES account (id),
                matched_by TEXT NOT NULL REFERENCES account (id),
                matched_at INTEGER NOT NULL,
                answer TEXT CHECK (answer IN ('accepted', 'declined')),
                answered_at INTEGER,
                CHECK ((answer IS NULL) = (answered_at IS NULL))
            ) STRICT
            """,
            "CREATE INDEX helper_match_by_request ON helper_match (help_request_id)",
            "CREATE INDEX helper_match_by_helper ON helper_match (helper_id)",
            // What was agreed. It never changes; what happens to it stands in mandate_event.
            // The acts of the scope stand in acts with a space between them.
            """
            CREATE TABLE mandate (
                id TEXT PRIMARY KEY,
                match_id TEXT NOT NULL UNIQUE REFERENCES helper_match (id),
                citizen_id TEXT NOT NULL REFERENCES account (id),
                helper_id TEXT NOT NULL REFERENCES account (id),
                organisation_id TEXT NOT NULL REFERENCES organisation (id),
                service TEXT NOT NULL,
                acts TEXT NOT NULL CHECK (length(acts) > 0),
                offered_at INTEGER NOT NULL,
                valid_until INTEGER NOT NULL,
                text_date TEXT NOT NULL,
                text_hash TEXT NOT NULL CHECK (length(text_hash) = 64),
                CHECK (citizen_id <> helper_id),
                CHECK (valid_until > offered_at)
            ) STRICT
            """,
            "CREATE INDEX mandate_by_citizen ON mandate (citizen_id)",
            "CREATE INDEX mandate_by_helper ON mandate (helper_id)",
            "CREATE INDEX mandate_by_organisation ON mandate (organisation_id)",
            """
            CREATE TABLE mandate_event (
                id TEXT PRIMARY KEY,
                mandate_id TEXT NOT NULL REFERENCES mandate (id),
                kind TEXT NOT NULL CHECK (
                    kind IN ('consented', 'refused', 'revoked', 'returned', 'suspended', 'resumed')),
                by_id TEXT NOT NULL REFERENCES account (id),
                at INTEGER NOT NULL
            ) STRICT
            """,
            "CREATE INDEX mandate_event_by_mandate ON mandate_event (mandate_id, at)",
            """
            CREATE TABLE act (
                id TEXT PRIMARY KEY,
                mandate_id TEXT NOT NULL REFERENCES mandate (id),
                kind TEXT NOT NULL,
                by_id TEXT NOT NULL REFERENCES account (id),
                at INTEGER NOT NULL,
                minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 600),
                result TEXT NOT NULL CHECK (length(result) <= 200)
            ) STRICT
            """,
            "CREATE INDEX act_by_mandate ON act (mandate_id, at)",
        ])
}
