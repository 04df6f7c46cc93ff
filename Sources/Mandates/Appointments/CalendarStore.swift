import Storage

/// Secret addresses of calendars, in the database; only the hash of their secret.
struct CalendarStore {
    func set(
        _ secret: CalendarSecret, of account: AccountID, at instant: Instant, on connection: any Connection
    ) throws(StorageError) {
        try connection.execute(
            """
            INSERT INTO calendar_address (account_id, secret_hash, made_at)
            VALUES (\(account), \(secret.hash), \(instant))
            ON CONFLICT (account_id) DO UPDATE SET secret_hash = excluded.secret_hash, made_at = excluded.made_at
            """)
    }

    func account(_ secret: CalendarSecret, on connection: any Connection) throws(StorageError) -> AccountID? {
        let row = try connection.row("SELECT account_id FROM calendar_address WHERE secret_hash = \(secret.hash)")
        return try row?["account_id"]
    }

    func exists(of account: AccountID, on connection: any Connection) throws(StorageError) -> Bool {
        try connection.exists("SELECT 1 FROM calendar_address WHERE account_id = \(account)")
    }

    /// Whether there was one.
    func delete(of account: AccountID, on connection: any Connection) throws(StorageError) -> Bool {
        try connection.execute("DELETE FROM calendar_address WHERE account_id = \(account)") == 1
    }
}
