package import Storage

/// Secrets, in the database; only their hashes.
package struct SecretStore {
    package init() {}

    func hash(of account: AccountID, on connection: any Connection) throws(StorageError) -> String? {
        guard let row = try connection.row("SELECT hash FROM secret WHERE account_id = \(account)") else { return nil }
        return try row["hash"]
    }

    func set(
        _ kind: SecretKind, hash: String, of account: AccountID, at instant: Instant, on connection: any Connection
    ) throws(StorageError) {
        try connection.execute(
            """
            INSERT INTO secret (account_id, kind, hash, set_at) VALUES (\(account), \(kind), \(hash), \(instant))
            ON CONFLICT (account_id) DO UPDATE
            SET kind = excluded.kind, hash = excluded.hash, set_at = excluded.set_at
            """)
    }

    /// From now on nobody signs in with this account, until it is given a new secret.
    package func remove(of account: AccountID, on connection: any Connection) throws(StorageError) {
        try connection.execute("DELETE FROM secret WHERE account_id = \(account)")
    }
}
