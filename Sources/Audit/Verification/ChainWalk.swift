import Foundation
import Storage

/// Goes along the chain from the first entry to the last, and stops at the first that is wrong. Remembers nothing of an
/// entry but its hash.
struct ChainWalk {
    private(set) var last = 0
    private(set) var fault: AuditFault?
    /// Whose erasing stands in the log.
    private(set) var erased: Set<UInt64> = []
    /// The names of the keys that the log knows.
    private(set) var keys: Set<String> = []

    private let people: KnownPeople
    /// By sequence, the next one last.
    private var heads: [SignedHead]
    private var lastSigned = 0
    private var previous = ChainedEntry.origin
    private var canonical = CanonicalBytes()
    private let sha256 = SHA256()

    init(people: KnownPeople, heads: [SignedHead]) {
        self.people = people
        self.heads = heads.sorted { $0.sequence > $1.sequence }
        // Before the first entry nothing can be wrong.
        while self.heads.last?.sequence == 0 { self.heads.removeLast() }
    }

    /// Whether to go on. The columns are those of `AuditEntryStore.scan`.
    mutating func step(_ row: ScannedRow) -> Bool {
        let sequence = row.integer(0) ?? 0
        if sequence != last + 1 { return stop(sequence > last ? .missing(last + 1) : .inserted(sequence)) }
        let isEverybodyKnown = hash(row, sequence)
        guard let hash = row.bytes(14), isSame(hash) else { return stop(.changed(sequence)) }
        guard isEverybodyKnown else { return stop(.personLost(entry: sequence)) }
        note(row)
        last = sequence
        return compareHeads()
    }

    /// After the last entry: heads that are left were signed for entries that are gone.
    mutating func finish() {
        guard fault == nil else { return }
        if let head = heads.first { _ = stop(.truncated(last: last, signed: head.sequence, head: head.at)) }
        let unexplained = people.emptied.filter { !erased.contains($0.key) }.values.min()
        if fault == nil, let unexplained { _ = stop(.emptied(person: unexplained)) }
    }

    /// - Returns: whether all who are named in the entry are known.
    private mutating func hash(_ row: ScannedRow, _ sequence: Int) -> Bool {
        var isEverybodyKnown = true
        canonical.begin("MAE1")
        canonical.append(previous)
        canonical.append(sequence)
        canonical.append(row.integer(1) ?? 0)
        for column in 2...13 {
            let field = row.bytes(column)
            canonical.append(field)
            switch column {
            case 2, 3, 8, 9: isEverybodyKnown = people.contains(field) && isEverybodyKnown
            default: break
            }
        }
        sha256.digest(canonical.bytes, into: &previous)
        return isEverybodyKnown
    }

    private func isSame(_ hash: UnsafeRawBufferPointer) -> Bool {
        previous.withUnsafeBytes { right in
            guard right.count == hash.count, let right = right.baseAddress, let found = hash.baseAddress else { return false }
            return memcmp(right, found, hash.count) == 0
        }
    }

    /// Only two deeds say something about the chain itself, and their names are of one length.
    private mutating func note(_ row: ScannedRow) {
        guard let action = row.bytes(5), action.count == 14 else { return }
        if action.elementsEqual(AuditAction.accountErased.rawValue.utf8) {
            if let key = row.bytes(9).flatMap(KnownPeople.key) { erased.insert(key) }
        } else if action.elementsEqual(AuditAction.auditKeyMade.rawValue.utf8) {
            if let name = row.bytes(7) { keys.insert(String(decoding: name, as: UTF8.self)) }
        }
    }

    private mutating func compareHeads() -> Bool {
        while let head = heads.last, head.sequence == last {
            guard head.hash == previous else {
                return stop(.rewritten(after: lastSigned, upTo: last, head: head.at))
            }
            lastSigned = last
            heads.removeLast()
        }
        return true
    }

    private mutating func stop(_ fault: AuditFault) -> Bool {
        self.fault = fault
        return false
    }
}
