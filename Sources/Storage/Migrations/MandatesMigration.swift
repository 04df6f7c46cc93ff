extension Migrations {
    static let mandates = Migration(
        name: "mandates",
        statements: requests + agreements + deeds + helpers + [
            // When the one-time code was entered again, and when somebody came back after a long silence.
            "ALTER TABLE session ADD COLUMN proved_at INTEGER",
            "ALTER TABLE session ADD COLUMN resumed_at INTEGER",
        ])

    private static let requests: [SQL] = [
        // In the citizen's own words where they want; never a code, a password or a number of a person.
        // asked_by is the citizen, or who sat with them at the desk.
        """
        CREATE TABLE help_request (
            id TEXT PRIMARY KEY,
            citizen_id TEXT NOT NULL REFERENCES account (id),
            organisation_id TEXT NOT NULL REFERENCES organisation (id),
            service TEXT NOT NULL,
            wish TEXT NOT NULL,
            language TEXT NOT NULL,
            location_id TEXT REFERENCES location (id),
            by_phone INTEGER NOT NULL CHECK (by_phone IN (0, 1)),
            times TEXT NOT NULL,
            asked_by TEXT NOT NULL REFERENCES account (id),
            asked_at INTEGER NOT NULL,
            withdrawn_at INTEGER
        ) STRICT
        """,
        "CREATE INDEX help_request_by_citizen ON help_request (citizen_id)",
        "CREATE INDEX help_request_by_organisation ON help_request (organisation_id)",
        // The helper is asked first; after a yes the citizen sees who it is.
        """
        CREATE TABLE helper_match (
            id TEXT PRIMARY KEY,
            help_request_id TEXT NOT NULL REFERENCES help_request (id),
            helper_id TEXT NOT NULL REFERENCES account (id),
            matched_by TEXT NOT NULL REFERENCES account (id),
            matched_at INTEGER NOT NULL,
            answer TEXT CHECK (answer IN ('accepted', 'declined')),
            answered_at INTEGER,
            citizen_answer TEXT CHECK (citizen_answer IN ('accepted', 'declined')),
            citizen_answered_at INTEGER,
            CHECK ((answer IS NULL) = (answered_at IS NULL)),
            CHECK ((citizen_answer IS NULL) = (citizen_answered_at IS NULL)),
            CHECK (citizen_answer IS NULL OR answer = 'accepted')
        ) STRICT
        """,
        "CREATE INDEX helper_match_by_request ON helper_match (help_request_id)",
        "CREATE INDEX helper_match_by_helper ON helper_match (helper_id)",
    ]

    private static let agreements: [SQL] = [
        // What was agreed. It never changes; what happens to it stands in mandate_event.
        // The acts of the scope stand in acts with a space between them.
        """
        CREATE TABLE mandate (
            id TEXT PRIMARY KEY,
            match_id TEXT UNIQUE REFERENCES helper_match (id),
            renews_id TEXT REFERENCES mandate (id),
            citizen_id TEXT NOT NULL REFERENCES account (id),
            helper_id TEXT NOT NULL REFERENCES account (id),
            organisation_id TEXT NOT NULL REFERENCES organisation (id),
            service TEXT NOT NULL,
            acts TEXT NOT NULL CHECK (length(acts) > 0),
            needs_confirmation INTEGER NOT NULL CHECK (needs_confirmation IN (0, 1)),
            offered_at INTEGER NOT NULL,
            valid_until INTEGER NOT NULL,
            text_date TEXT NOT NULL,
            text_hash TEXT NOT NULL CHECK (length(text_hash) = 64),
            CHECK ((match_id IS NULL) = (renews_id IS NOT NULL)),
            CHECK (citizen_id <> helper_id),
            CHECK (valid_until > offered_at)
        ) STRICT
        """,
        "CREATE INDEX mandate_by_citizen ON mandate (citizen_id)",
        "CREATE INDEX mandate_by_helper ON mandate (helper_id)",
        "CREATE INDEX mandate_by_organisation ON mandate (organisation_id, offered_at)",
        "CREATE INDEX mandate_by_renewed ON mandate (renews_id)",
        // The exact text behind the hash.
        """
        CREATE TABLE agreement (
            mandate_id TEXT PRIMARY KEY REFERENCES mandate (id),
            text TEXT NOT NULL
        ) STRICT
        """,
    ]

    private static let deeds: [SQL] = [
        // done_on is a day, at the moment of writing it down; answer is what the citizen says of it.
        """
        CREATE TABLE act (
            id TEXT PRIMARY KEY,
            mandate_id TEXT NOT NULL REFERENCES mandate (id),
            kind TEXT NOT NULL,
            by_id TEXT NOT NULL REFERENCES account (id),
            at INTEGER NOT NULL,
            done_on TEXT NOT NULL CHECK (length(done_on) = 10),
            minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 600),
            result TEXT NOT NULL CHECK (length(result) <= 200),
            answer TEXT CHECK (answer IN ('right', 'wrong')),
            answered_at INTEGER,
            CHECK ((answer IS NULL) = (answered_at IS NULL))
        ) STRICT
        """,
        "CREATE INDEX act_by_mandate ON act (mandate_id, at)",
        """
        CREATE TABLE mandate_event (
            id TEXT PRIMARY KEY,
            mandate_id TEXT NOT NULL REFERENCES mandate (id),
            position INTEGER NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN (
                'confirmed', 'consented', 'consented-on-paper', 'refused', 'act-withdrawn', 'revoked', 'returned',
                'suspended', 'objected', 'resumed', 'renewed', 'died', 'incapable')),
            by_id TEXT NOT NULL REFERENCES account (id),
            at INTEGER NOT NULL,
            act TEXT,
            recorded_act_id TEXT REFERENCES act (id),
            channel TEXT CHECK (channel IN ('own', 'desk', 'phone')),
            signatory TEXT CHECK (signatory IN ('citizen', 'representative')),
            UNIQUE (mandate_id, position),
            CHECK ((act IS NOT NULL) = (kind = 'act-withdrawn')),
            CHECK ((recorded_act_id IS NOT NULL) = (kind = 'objected')),
            CHECK ((channel IS NOT NULL) = (kind IN ('act-withdrawn', 'revoked'))),
            CHECK ((signatory IS NOT NULL) = (kind = 'consented-on-paper'))
        ) STRICT
        """,
        // Somebody died, or can no longer decide alone, as the staff heard.
        """
        CREATE TABLE person_report (
            id TEXT PRIMARY KEY,
            account_id TEXT NOT NULL REFERENCES account (id),
            kind TEXT NOT NULL CHECK (kind IN ('died', 'incapable')),
            by_id TEXT NOT NULL REFERENCES account (id),
            at INTEGER NOT NULL
        ) STRICT
        """,
        "CREATE INDEX person_report_by_account ON person_report (account_id)",
    ]

    private static let helpers: [SQL] = [
        // What a helper offers; lists stand with a space between the parts.
        """
        CREATE TABLE helper_profile (
            account_id TEXT PRIMARY KEY REFERENCES account (id),
            services TEXT NOT NULL,
            languages TEXT NOT NULL,
            locations TEXT NOT NULL,
            by_phone INTEGER NOT NULL CHECK (by_phone IN (0, 1)),
            times TEXT NOT NULL,
            changed_at INTEGER NOT NULL
        ) STRICT
        """,
        // The certificate of conduct (VOG): the day on it and who saw it. The paper itself is not kept.
        """
        CREATE TABLE helper_certificate (
            account_id TEXT NOT NULL REFERENCES account (id),
            issued_on TEXT NOT NULL CHECK (length(issued_on) = 10),
            seen_by TEXT NOT NULL REFERENCES account (id),
            seen_at INTEGER NOT NULL,
            PRIMARY KEY (account_id, seen_at),
            CHECK (account_id <> seen_by)
        ) STRICT
        """,
        """
        CREATE TABLE helper_terms (
            account_id TEXT NOT NULL REFERENCES account (id),
            version TEXT NOT NULL,
            accepted_at INTEGER NOT NULL,
            PRIMARY KEY (account_id, version)
        ) STRICT
        """,
        """
        CREATE TABLE mandate_limit (
            organisation_id TEXT PRIMARY KEY REFERENCES organisation (id),
            running INTEGER NOT NULL CHECK (running BETWEEN 1 AND 50),
            set_by TEXT NOT NULL REFERENCES account (id),
            set_at INTEGER NOT NULL
        ) STRICT
        """,
    ]
}
