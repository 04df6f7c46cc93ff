package import Storage

/// Signs how the log stands, into a file that can be kept elsewhere.
///
/// The key is in a file of its own. Which keys sign stands in the log itself, and in the file of heads, where each new
/// key is vouched for by the one before: so keys can be renewed, and what the old ones signed stays good.
package struct HeadSigning: Sendable {
    private let database: any Database
    private let clock: Clock
    private let keyFile: SigningKeyFile
    private let heads: HeadsFile

    package init(database: any Database, clock: Clock, keyFile: SigningKeyFile, heads: HeadsFile) {
        self.database = database
        self.clock = clock
        self.keyFile = keyFile
        self.heads = heads
    }

    /// Makes the key where there is none yet, and sees to it that the log and the file of heads know it.
    @discardableResult
    package func prepare() async throws -> SigningKey {
        let known = try heads.keys()
        if let key = try keyFile.read() {
            try await introduce(key)
            if known.isEmpty { try heads.append(.key(SignedKey(key, vouchedForBy: nil))) }
            guard known.isEmpty || known.contains(key.publicBytes) else {
                throw SigningProblem.keyMissing(path: keyFile.path, heads: heads.path)
            }
            return key
        }
        guard known.isEmpty else { throw SigningProblem.keyMissing(path: keyFile.path, heads: heads.path) }
        let key = SigningKey.random()
        try keyFile.write(key)
        try await introduce(key)
        try heads.append(.key(SignedKey(key, vouchedForBy: nil)))
        return key
    }

    /// Signs the newest entry, with the key that is in the file at this moment.
    @discardableResult
    package func sign() async throws -> SignedHead {
        guard let key = try keyFile.read() else {
            throw SigningProblem.keyMissing(path: keyFile.path, heads: heads.path)
        }
        let newest = try await database.read { try AuditEntryStore().head(on: $0) }
        let head = SignedHead(newest, at: clock.now(), by: key)
        try heads.append(.head(head))
        return head
    }

    /// A new key takes over from now on. A server that runs takes it up at the next head.
    @discardableResult
    package func renewKey() async throws -> SigningKey {
        let previous = try await prepare()
        let key = SigningKey.random()
        try await introduce(key)
        try heads.append(.key(SignedKey(key, vouchedForBy: previous)))
        try keyFile.write(key)
        try await sign()
        return key
    }

    private func introduce(_ key: SigningKey) async throws {
        let object = AuditObject("audit-key", key.name)
        try await database.write { [clock] connection in
            if try AuditEntryStore().exists(.auditKeyMade, object, on: connection) { return }
            try AuditLog().append(
                AuditEntry(.auditKeyMade, object, at: clock.now(), by: nil, for: .audit, origin: .command), on: connection)
        }
    }
}

extension AuditAction {
    package static let auditKeyMade: Self = "audit.key-made"
}
