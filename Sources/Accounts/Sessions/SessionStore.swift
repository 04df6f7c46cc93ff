package import Storage

/// Sessions, in the database.
package struct SessionStore: Sendable {
    package init() {}

    package func insert(
        _ token: SessionToken, _ kind: SessionKind, of account: AccountID, at instant: Instant,
        on connection: any Connection
    ) throws(StorageError) {
        try connection.execute(
            """
            INSERT INTO session (token_hash, account_id, kind, created_at, seen_at)
            VALUES (\(token.hash), \(account), \(kind), \(instant), \(instant))
            """)
    }

    /// The session of the token, where it runs at that moment and its account is open.
    package func session(
        _ token: SessionToken, at instant: Instant, on connection: any Connection
    ) throws(StorageError) -> Session? {
        let rows = try connection.rows(
            """
            SELECT session.kind, seen_at, session.created_at, proved_at, resumed_at, account.id, organisation_id, name, login_name, role
            FROM session JOIN account ON account.id = session.account_id
            LEFT JOIN account_role ON account_role.account_id = account.id
            WHERE token_hash = \(token.hash) AND ended_at IS NULL AND closed_at IS NULL
            """)
        guard let row = rows.first, let account = try Account.folded(rows).first else { return nil }
        let (openedAt, provedAt): (Instant, Instant?) = (try row["created_at"], try row["proved_at"])
        let proof = SignInProof(
            provedAt: provedAt ?? openedAt, resumedAt: try row["resumed_at"], seenAt: try row["seen_at"])
        let session = Session(account: account, kind: try row["kind"], seenAt: proof.seenAt, proof: proof)
        return session.isRunning(at: instant) ? session : nil
    }

    /// A sign of life. After a long silence it is kept that somebody came back: it may be somebody else.
    package func touch(
        _ token: SessionToken, at instant: Instant, on connection: any Connection
    ) throws(StorageError) {
        let silence = instant - SignInProof.longestIdle
        try connection.execute(
            """
            UPDATE session SET seen_at = \(instant),
                resumed_at = CASE WHEN seen_at <= \(silence) THEN \(instant) ELSE resumed_at END
            WHERE token_hash = \(token.hash) AND ended_at IS NULL AND seen_at < \(instant)
            """)
    }

    /// The one-time code was entered again.
    func prove(_ token: SessionToken, at instant: Instant, on connection: any Connection) throws(StorageError) {
        try connection.execute(
            "UPDATE session SET proved_at = \(instant), seen_at = \(instant) WHERE token_hash = \(token.hash)")
    }

    package func end(_ token: SessionToken, at instant: Instant, on connection: any Connection) throws(StorageError) {
        try connection.execute(
            "UPDATE session SET ended_at = \(instant) WHERE token_hash = \(token.hash) AND ended_at IS NULL")
    }

    /// Ends every session of the account: its secret changed.
    package func endAll(
        of account: AccountID, at instant: Instant, on connection: any Connection
    ) throws(StorageError) {
        try connection.execute(
            "UPDATE session SET ended_at = \(instant) WHERE account_id = \(account) AND ended_at IS NULL")
    }
}
