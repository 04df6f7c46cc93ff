extension Migrations {
    static let accounts = Migration(
        name: "accounts",
        statements: [
            """
            CREATE TABLE organisation (
                id TEXT PRIMARY KEY,
                name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
                created_at INTEGER NOT NULL
            ) STRICT
            """,
            """
            CREATE TABLE location (
                id TEXT PRIMARY KEY,
                organisation_id TEXT NOT NULL REFERENCES organisation (id),
                name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
                UNIQUE (organisation_id, name)
            ) STRICT
            """,
            // A browser that began to learn has an account without a name; signing in needs a login name.
            """
            CREATE TABLE account (
                id TEXT PRIMARY KEY,
                organisation_id TEXT REFERENCES organisation (id),
                name TEXT CHECK (length(name) BETWEEN 1 AND 100),
                login_name TEXT UNIQUE CHECK (length(login_name) BETWEEN 1 AND 60),
                created_at INTEGER NOT NULL,
                closed_at INTEGER
            ) STRICT
            """,
            "CREATE INDEX account_by_organisation ON account (organisation_id)",
            """
            CREATE TABLE account_role (
                account_id TEXT NOT NULL REFERENCES account (id),
                role TEXT NOT NULL CHECK (
                    role IN ('learner', 'coach', 'helper', 'author', 'coordinator', 'administrator')),
                granted_at INTEGER NOT NULL,
                granted_by TEXT REFERENCES account (id),
                PRIMARY KEY (account_id, role)
            ) STRICT
            """,
            // A password, or a learner's three-word code: both are Argon2id strings.
            """
            CREATE TABLE secret (
                account_id TEXT PRIMARY KEY REFERENCES account (id),
                kind TEXT NOT NULL CHECK (kind IN ('password', 'code')),
                hash TEXT NOT NULL,
                set_at INTEGER NOT NULL
            ) STRICT
            """,
            // The key of an authenticator app; used_step is the newest 30-second step that was accepted, never twice.
            """
            CREATE TABLE authenticator (
                account_id TEXT PRIMARY KEY REFERENCES account (id),
                key BLOB NOT NULL CHECK (length(key) = 20),
                added_at INTEGER NOT NULL,
                used_step INTEGER NOT NULL
            ) STRICT
            """,
            """
            CREATE TABLE session (
                token_hash BLOB PRIMARY KEY CHECK (length(token_hash) = 32),
                account_id TEXT NOT NULL REFERENCES account (id),
                kind TEXT NOT NULL CHECK (kind IN ('browser', 'personal', 'shared')),
                created_at INTEGER NOT NULL,
                seen_at INTEGER NOT NULL,
                ended_at INTEGER
            ) STRICT
            """,
            "CREATE INDEX session_by_account ON session (account_id)",
            """
            CREATE TABLE set_up_link (
                token_hash BLOB PRIMARY KEY CHECK (length(token_hash) = 32),
                account_id TEXT NOT NULL REFERENCES account (id),
                created_at INTEGER NOT NULL,
                used_at INTEGER
            ) STRICT
            """,
            // Tries in one window of time, for one thing that may not be guessed.
            """
            CREATE TABLE try_count (
                subject TEXT NOT NULL,
                window_start INTEGER NOT NULL,
                tries INTEGER NOT NULL,
                PRIMARY KEY (subject, window_start)
            ) STRICT
            """,
        ])
}
