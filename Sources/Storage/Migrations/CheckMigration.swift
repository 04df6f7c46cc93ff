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
            // Everybody may check a code, so there are counts of many addresses to clear away.
            "CREATE INDEX try_count_by_window ON try_count (window_start)",
        ])
}
