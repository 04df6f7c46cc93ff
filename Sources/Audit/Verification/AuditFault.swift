package import Storage

/// Something that shows that the log is not what was written.
package enum AuditFault: Sendable, Equatable {
    /// The entry differs from what its hash, and the entry before, say it was.
    case changed(Int)
    case missing(Int)
    /// An entry that was never written: its place is not one that the log gives out.
    case inserted(Int)
    /// The entry names somebody whose row in `audit_person` was changed or removed.
    case personLost(entry: Int)
    /// The row of a person was emptied, and no deed in the log erased anybody there.
    case emptied(person: Int)
    /// Behind the first entry something was changed, and all hashes from there on were made anew; the signed head of
    /// the second tells.
    case rewritten(after: Int, upTo: Int, head: Instant)
    /// The log ends before an entry that was signed.
    case truncated(last: Int, signed: Int, head: Instant)
    case lineUnreadable(Int)
    /// The signature of a head is not that of a known key.
    case headForged(line: Int)
    /// A key that the key before does not vouch for.
    case keyForged(line: Int)
    /// A key that the log does not know.
    case keyUnknown(line: Int)
}

extension AuditFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .changed(let entry): "entry \(entry) was changed: it does not fit its hash and the entry before it"
        case .missing(let entry): "entry \(entry) was removed"
        case .inserted(let entry): "entry \(entry) was inserted"
        case .personLost(let entry): "entry \(entry) names somebody whose row in audit_person was changed or removed"
        case .emptied(let person): "row \(person) of audit_person was emptied, and no entry says that anybody was erased there"
        case .rewritten(let after, let upTo, _):
            "entry \(after + 1) or one after it, up to \(upTo), was changed, and the hashes after it were made anew: "
                + "entry \(upTo) is not the one that was signed"
        case .truncated(let last, let signed, _):
            "entry \(last + 1) was removed, and all after it: the log ends at \(last), but \(signed) was signed"
        case .lineUnreadable(let line): "line \(line) of the heads cannot be read"
        case .headForged(let line): "line \(line) of the heads was not signed by a key of this log"
        case .keyForged(let line): "line \(line) of the heads is a key that the key before it did not vouch for"
        case .keyUnknown(let line): "line \(line) of the heads is a key that the log does not know"
        }
    }
}
