import Audit
package import Storage

/// The secret in a link with which somebody of the staff chooses a password, once.
package struct SetUpToken: Sendable, Equatable {
    package static let validity = Duration.days(7)

    package let text: String

    package init(_ randomness: Randomness) { text = Hex.text(randomness.bytes(24)) }
    package init(text: String) { self.text = text }

    var hash: [UInt8] { SHA256.digest(of: Array(text.utf8)) }
}

/// Set-up links, in the database; only the hash of their secret.
package struct SetUpLinkStore: Sendable {
    package init() {}

    package func insert(
        _ token: SetUpToken, for account: AccountID, at instant: Instant, on connection: any Connection
    ) throws(StorageError) {
        try connection.execute(
            """
            INSERT INTO set_up_link (token_hash, account_id, created_at)
            VALUES (\(token.hash), \(account), \(instant))
            """)
    }

    /// Whose link it is, where it was not used and is not too old.
    package func account(
        _ token: SetUpToken, at instant: Instant, on connection: any Connection
    ) throws(StorageError) -> Account? {
        let row = try connection.row(
            """
            SELECT account_id FROM set_up_link
            WHERE token_hash = \(token.hash) AND used_at IS NULL AND created_at > \(instant - SetUpToken.validity)
            """)
        guard let row else { return nil }
        return try AccountStore().account(try row["account_id"], on: connection)
    }

    /// Whether the link could still be used; from now on it cannot.
    func use(_ token: SetUpToken, at instant: Instant, on connection: any Connection) throws(StorageError) -> Bool {
        try connection.execute(
            "UPDATE set_up_link SET used_at = \(instant) WHERE token_hash = \(token.hash) AND used_at IS NULL") == 1
    }
}
