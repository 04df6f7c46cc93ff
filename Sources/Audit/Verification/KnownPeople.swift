import Storage

/// Everybody who stands in the log, by the first eight bytes of their commitment: enough to tell them apart, and little
/// enough to hold all of them.
struct KnownPeople {
    /// Whose row fits, and whose was emptied.
    private(set) var known: Set<UInt64> = []
    /// Whose row was emptied, with its number.
    private(set) var emptied: [UInt64: Int] = [:]
    private(set) var count = 0

    init(on connection: any Connection) throws(StorageError) {
        try AuditPersonStore().scan(on: connection) { row in
            add(row)
            return true
        }
    }

    private mutating func add(_ row: ScannedRow) {
        count += 1
        guard let commitment = row.bytes(1), let key = Self.key(commitment) else { return }
        guard let account = row.bytes(2), let salt = row.bytes(3) else {
            emptied[key] = row.integer(0) ?? 0
            known.insert(key)
            return
        }
        let right = AuditPersonStore.commitment(of: String(decoding: account, as: UTF8.self), salt: Array(salt))
        if right.elementsEqual(commitment) { known.insert(key) }
    }

    func contains(_ commitment: UnsafeRawBufferPointer?) -> Bool {
        guard let commitment else { return true }
        return Self.key(commitment).map(known.contains) ?? false
    }

    static func key(_ commitment: UnsafeRawBufferPointer) -> UInt64? {
        commitment.count == SHA256.length ? commitment.loadUnaligned(as: UInt64.self) : nil
    }
}
