extension Migrations {
    static let check = Migration(
        name: "check",
        statements: [
            // The code on the paper of a mandate, made when the citizen agreed. It is printed again, so it stands here as it
            // is; it is looked up by its SHA-256.
            """
            CREATE TABLE check_code (
                mandate_id TEXT PRIMARY KEY REFERENCES mandate (id),
                code TEXT NOT NULL CHECK (length(code) = 16),
                code_hash BLOB NOT NULL UNIQUE CHECK (length(code_hash) = 32),
                made_at INTEGER NOT NULL
            ) STRICT
            """,
            // When the citizen chose the helper: so the open requests of an organisation are few, and found at once.
            "ALTER TABLE help_request ADD COLUMN taken_at INTEGER",
            """
            UPDATE help_request SET taken_at = (
                SELECT MIN(citizen_answered_at) FROM helper_match
                WHERE help_request_id = help_request.id AND citizen_answer = 'accepted')
            """,
            """
            CREATE INDEX help_request_open ON help_request (organisation_id)
            WHERE withdrawn_at IS NULL AND taken_at IS NULL
            """,
            // The few mandates that a coordinator must look at.
            "CREATE INDEX mandate_event_of_pause ON mandate_event (mandate_id) WHERE kind IN ('objected', 'suspended')",
            "CREATE INDEX mandate_with_risk ON mandate (organisation_id) WHERE needs_confirmation = 1",
            // Everybody may check a code, so there are counts of many addresses to clear away.
            "CREATE INDEX try_count_by_window ON try_count (window_start)",
        ])
}
