import Storage

/// Empties an account. Its id stays, for what others did with it, and nobody can sign in as it.
struct AccountErasureStore: Erasing {
    func isOpen(_ account: AccountID, on connection: any Connection) throws(StorageError) -> Bool {
        try connection.exists("SELECT 1 FROM account WHERE id = \(account) AND closed_at IS NULL")
    }

    func erase(
        _ account: AccountID, by eraser: AccountID, at instant: Instant, on connection: any Connection
    ) throws(StorageError) {
        try connection.execute("DELETE FROM session WHERE account_id = \(account)")
        try connection.execute("DELETE FROM set_up_link WHERE account_id = \(account)")
        try connection.execute("DELETE FROM authenticator WHERE account_id = \(account)")
        try connection.execute("DELETE FROM secret WHERE account_id = \(account)")
        try connection.execute("DELETE FROM account_role WHERE account_id = \(account)")
        try connection.execute(
            """
            UPDATE account SET name = NULL, login_name = NULL, organisation_id = NULL, closed_at = \(instant)
            WHERE id = \(account)
            """)
    }
}
