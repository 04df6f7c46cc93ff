import Storage

/// Which account stands behind a commitment, in the database.
///
/// The commitment is SHA-256 over the tag `MAP1`, 32 secret random bytes (the salt) and the account's id. Without the
/// salt nobody can tell whose it is, also who knows every account's id. One row for each person rather than for each
/// entry: adding an entry then costs a look-up, and erasing somebody one small change. The price is that the entries
/// about an erased person still belong together: they are about one and the same nobody.
struct AuditPersonStore {
    func commitment(of account: AccountID, on connection: any Connection) throws(StorageError) -> [UInt8]? {
        let row = try connection.row("SELECT commitment FROM audit_person WHERE account_id = \(account)")
        return try row?["commitment"]
    }

    /// The commitments there are.
    func commitments(of accounts: [AccountID], on connection: any Connection) throws(StorageError) -> [AccountID: [UInt8]] {
        var commitments: [AccountID: [UInt8]] = [:]
        let rows = try connection.rows(
            "SELECT account_id, commitment FROM audit_person WHERE account_id IN (\(list: accounts))")
        for row in rows { commitments[try row["account_id"]] = try row["commitment"] }
        return commitments
    }

    /// The commitments there are, and new ones for who has none yet.
    func ensure(_ accounts: [AccountID], on connection: any Connection) throws(StorageError) -> [AccountID: [UInt8]] {
        guard !accounts.isEmpty else { return [:] }
        var commitments = try commitments(of: accounts, on: connection)
        for account in accounts where commitments[account] == nil {
            commitments[account] = try insert(account, on: connection)
        }
        return commitments
    }

    private func insert(_ account: AccountID, on connection: any Connection) throws(StorageError) -> [UInt8] {
        let salt = Sodium.random(32)
        let commitment = Self.commitment(of: account.rawValue, salt: salt)
        try connection.execute(
            """
            INSERT INTO audit_person (number, commitment, account_id, salt)
            VALUES (
                (SELECT COALESCE(MAX(number), 0) + 1 FROM audit_person), \(commitment), \(account), \(salt))
            """)
        return commitment
    }

    /// Forgets whose commitment it is, for good.
    func empty(_ account: AccountID, on connection: any Connection) throws(StorageError) {
        try connection.execute("UPDATE audit_person SET account_id = NULL, salt = NULL WHERE account_id = \(account)")
    }

    /// Number, commitment, account and salt of everybody, by number.
    func scan(on connection: any Connection, _ body: (ScannedRow) -> Bool) throws(StorageError) {
        try connection.scan("SELECT number, commitment, account_id, salt FROM audit_person ORDER BY number", body)
    }

    static func commitment(of account: String, salt: [UInt8]) -> [UInt8] {
        var canonical = CanonicalBytes("MAP1")
        canonical.append(salt)
        canonical.append(account)
        return SHA256.digest(of: canonical.bytes)
    }
}
