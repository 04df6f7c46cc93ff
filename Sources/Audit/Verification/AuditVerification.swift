package import Storage

/// Whether the log is still what was written: every entry, nobody's row, and everything that was signed.
///
/// What it cannot tell: whether an entry was true when it was written, and whether entries after the newest signed head
/// were cut off.
package struct AuditVerification: Sendable {
    package let entries: Int
    package let people: Int
    package let heads: Int
    package let newestHead: SignedHead?
    /// The names of the keys that the log knows.
    package let keys: Set<String>
    /// The first wrong entry, and all that is wrong in the file of heads.
    package let faults: [AuditFault]

    /// - Parameter file: nothing where there are no heads to compare with.
    package init(of database: any Database, against file: HeadsFile?) async throws {
        // First the heads: what is signed while the log is read comes after what was read of it.
        let signed = HeadsReading(try file?.lines() ?? [])
        self = try await database.read { try AuditVerification(on: $0, signed) }
    }

    private init(on connection: any Connection, _ signed: HeadsReading) throws(StorageError) {
        let people = try KnownPeople(on: connection)
        var walk = ChainWalk(people: people, heads: signed.heads)
        try AuditEntryStore().scan(on: connection) { walk.step($0) }
        walk.finish()
        entries = walk.last
        self.people = people.count
        heads = signed.heads.count
        newestHead = signed.heads.last
        keys = walk.keys
        // After a wrong entry the rest of the log was not read, so which keys it knows is not certain.
        let unknown = walk.fault == nil ? signed.keys.filter { !walk.keys.contains($0.name) } : []
        faults = (walk.fault.map { [$0] } ?? []) + signed.faults + unknown.map { .keyUnknown(line: $0.line) }
    }
}

/// What the file of heads says, as far as it can be believed.
struct HeadsReading: Sendable {
    private(set) var heads: [SignedHead] = []
    private(set) var keys: [(line: Int, name: String)] = []
    private(set) var faults: [AuditFault] = []

    init(_ lines: [(number: Int, line: HeadsLine?)]) {
        var known: [[UInt8]] = []
        for (number, line) in lines {
            switch line {
            case .key(let key) where key.isVouchedFor(by: known.last):
                known.append(key.publicKey)
                keys.append((number, Hex.text(key.publicKey)))
            case .key: faults.append(.keyForged(line: number))
            case .head(let head) where known.contains(head.publicKey) && head.isGenuine: heads.append(head)
            case .head: faults.append(.headForged(line: number))
            case nil: faults.append(.lineUnreadable(number))
            }
        }
    }
}
