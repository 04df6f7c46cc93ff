import Storage

/// Keys of authenticator apps, in the database, and which codes were used.
struct AuthenticatorStore {
    func authenticator(
        of account: AccountID, on connection: any Connection
    ) throws(StorageError) -> (authenticator: Authenticator, usedStep: Int)? {
        guard let row = try connection.row("SELECT key, used_step FROM authenticator WHERE account_id = \(account)")
        else { return nil }
        return (Authenticator(key: try row["key"]), try row["used_step"])
    }

    func set(
        _ authenticator: Authenticator, usedStep: Int, of account: AccountID, at instant: Instant,
        on connection: any Connection
    ) throws(StorageError) {
        try connection.execute(
            """
            INSERT INTO authenticator (account_id, key, added_at, used_step)
            VALUES (\(account), \(authenticator.key), \(instant), \(usedStep))
            ON CONFLICT (account_id) DO UPDATE
            SET key = excluded.key, added_at = excluded.added_at, used_step = excluded.used_step
            """)
    }

    /// Whether the step's code had not been used yet; from now on it has.
    func use(_ step: Int, of account: AccountID, on connection: any Connection) throws(StorageError) -> Bool {
        try connection.execute(
            """
            UPDATE authenticator SET used_step = \(step) WHERE account_id = \(account) AND used_step < \(step)
            """) == 1
    }
}
