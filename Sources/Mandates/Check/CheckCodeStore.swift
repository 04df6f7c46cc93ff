import Audit
package import Storage

/// The codes on printed mandates, in the database. They are found by their hash, so that how long it takes tells nothing
/// about how near a guess was.
package struct CheckCodeStore: Sendable {
    package init() {}

    package func insert(
        _ code: CheckCode, of mandate: MandateID, at instant: Instant, on connection: any Connection
    ) throws(StorageError) {
        try connection.execute(
            """
            INSERT INTO check_code (mandate_id, code, code_hash, made_at)
            VALUES (\(mandate), \(code), \(Self.hash(code)), \(instant))
            """)
    }

    /// What stands on the paper of this mandate; nothing before the citizen agreed.
    package func code(of mandate: MandateID, on connection: any Connection) throws(StorageError) -> CheckCode? {
        try connection.row("SELECT code FROM check_code WHERE mandate_id = \(mandate)")?["code"]
    }

    /// The mandate behind the code. The same is asked for a code that there is and for one that there is not.
    func find(_ code: CheckCode, on connection: any Connection) throws(StorageError) -> CheckedMandate? {
        let row = try connection.row("SELECT mandate_id FROM check_code WHERE code_hash = \(Self.hash(code))")
        let id: MandateID? = try row?["mandate_id"]
        guard let seen = try MandateStore().seen(id, on: connection) else { return nil }
        return CheckedMandate(seen, code)
    }

    /// Forgets the codes of a citizen's mandates: from now on they are as unknown as any other.
    func removeAll(ofCitizen citizen: AccountID, on connection: any Connection) throws(StorageError) {
        try connection.execute(
            "DELETE FROM check_code WHERE mandate_id IN (SELECT id FROM mandate WHERE citizen_id = \(citizen))")
    }

    private static func hash(_ code: CheckCode) -> [UInt8] { SHA256.digest(of: Array(code.rawValue.utf8)) }
}

extension CheckedMandate {
    init(_ seen: SeenMandate, _ code: CheckCode) {
        self.init(
            mandate: seen.mandate, code: code, citizen: Initials(of: seen.citizenName),
            helper: Initials(of: seen.helperName))
    }
}
