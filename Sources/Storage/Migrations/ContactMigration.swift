extension Migrations {
    /// What a citizen and a helper who said yes to each other arrange and write.
    static let contact = Migration(name: "contact", statements: appointments + messages + official)

    private static let appointments: [SQL] = [
        // What was proposed first. What happens to it stands in appointment_event; a place is never typed.
        """
        CREATE TABLE appointment (
            id TEXT PRIMARY KEY,
            match_id TEXT NOT NULL REFERENCES helper_match (id),
            proposed_by TEXT NOT NULL REFERENCES account (id),
            proposed_at INTEGER NOT NULL,
            starts_at INTEGER NOT NULL,
            minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 600),
            place TEXT NOT NULL CHECK (place IN ('location', 'phone', 'home')),
            location_id TEXT REFERENCES location (id),
            CHECK ((place = 'location') = (location_id IS NOT NULL)),
            CHECK (starts_at > proposed_at)
        ) STRICT
        """,
        "CREATE INDEX appointment_by_match ON appointment (match_id)",
        """
        CREATE TABLE appointment_event (
            id TEXT PRIMARY KEY,
            appointment_id TEXT NOT NULL REFERENCES appointment (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('accepted', 'moved', 'cancelled')),
            by_id TEXT NOT NULL REFERENCES account (id),
            at INTEGER NOT NULL,
            starts_at INTEGER,
            minutes INTEGER CHECK (minutes BETWEEN 1 AND 600),
            place TEXT CHECK (place IN ('location', 'phone', 'home')),
            location_id TEXT REFERENCES location (id),
            UNIQUE (appointment_id, position),
            CHECK ((starts_at IS NOT NULL) = (kind = 'moved')),
            CHECK ((minutes IS NOT NULL) = (kind = 'moved')),
            CHECK ((place IS NOT NULL) = (kind = 'moved')),
            CHECK ((location_id IS NOT NULL) = (place IS NOT NULL AND place = 'location'))
        ) STRICT
        """,
        // A helper's secret address for a calendar; only the hash of its secret.
        """
        CREATE TABLE calendar_address (
            account_id TEXT PRIMARY KEY REFERENCES account (id),
            secret_hash BLOB NOT NULL UNIQUE CHECK (length(secret_hash) = 32),
            made_at INTEGER NOT NULL
        ) STRICT
        """,
        // Whether an organisation lets helpers come to somebody's home.
        """
        CREATE TABLE home_visit_rule (
            organisation_id TEXT PRIMARY KEY REFERENCES organisation (id),
            allowed INTEGER NOT NULL CHECK (allowed IN (0, 1)),
            set_by TEXT NOT NULL REFERENCES account (id),
            set_at INTEGER NOT NULL
        ) STRICT
        """,
    ]

    private static let official: [SQL] = [
        // What a citizen says to have arranged with an organisation that has mandates of its own.
        """
        CREATE TABLE official_mandate (
            id TEXT PRIMARY KEY,
            citizen_id TEXT NOT NULL REFERENCES account (id),
            service TEXT NOT NULL,
            until_day TEXT NOT NULL CHECK (length(until_day) = 10),
            noted_at INTEGER NOT NULL
        ) STRICT
        """,
        "CREATE INDEX official_mandate_by_citizen ON official_mandate (citizen_id, service)",
    ]

    private static let messages: [SQL] = [
        // Plain text, never a code, a password or a number of a person; deleted some time after the help ended.
        """
        CREATE TABLE message (
            id TEXT PRIMARY KEY,
            match_id TEXT NOT NULL REFERENCES helper_match (id),
            by_id TEXT NOT NULL REFERENCES account (id),
            at INTEGER NOT NULL,
            text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 1000)
        ) STRICT
        """,
        "CREATE INDEX message_by_match ON message (match_id, at)",
        // Up to where somebody has read.
        """
        CREATE TABLE message_reading (
            match_id TEXT NOT NULL REFERENCES helper_match (id),
            account_id TEXT NOT NULL REFERENCES account (id),
            read_at INTEGER NOT NULL,
            PRIMARY KEY (match_id, account_id)
        ) STRICT
        """,
        // One of the two asks for the coordinator; about an act where the citizen said no to it after the end.
        """
        CREATE TABLE coordinator_call (
            id TEXT PRIMARY KEY,
            match_id TEXT NOT NULL REFERENCES helper_match (id),
            act_id TEXT UNIQUE REFERENCES act (id),
            by_id TEXT NOT NULL REFERENCES account (id),
            at INTEGER NOT NULL,
            settled_by TEXT REFERENCES account (id),
            settled_at INTEGER,
            CHECK ((settled_by IS NULL) = (settled_at IS NULL))
        ) STRICT
        """,
        "CREATE INDEX coordinator_call_that_waits ON coordinator_call (match_id) WHERE settled_at IS NULL",
    ]
}
