package import Storage

/// An entry as somebody reads it: with its place in the log, and with what stands for the people in it.
package struct LoggedEntry: Sendable, Equatable {
    /// From 1, without gaps.
    package let sequence: Int
    /// Accounts of who was erased are gone from it.
    package let entry: AuditEntry
    /// Eight digits that are the same for the same person and tell nobody who it is; nothing where nobody did it.
    package let actorMark: String?
    package let subjectMark: String?

    /// Somebody did it who has been erased since.
    package var isActorErased: Bool { actorMark != nil && entry.actor == nil }
    /// Somebody did it on the site without signing in.
    package var isByVisitor: Bool { actorMark == nil && entry.origin == .web }
}

extension LoggedEntry {
    init(_ row: Row) throws(StorageError) {
        sequence = try row["sequence"]
        actorMark = Self.mark(try row["actor"])
        subjectMark = Self.mark(try row["subject"])
        let reason: String? = try row["reason"]
        let (id, account): (String?, String?) = (try row["object_id"], try row["object_account_id"])
        entry = AuditEntry(
            try row["action"], AuditObject(try row["object_kind"], id ?? account ?? ""),
            at: try row["at"], by: try row["actor_id"], about: try row["subject_id"],
            onBehalfOf: try row["on_behalf_of_id"], mandate: try row["mandate_id"],
            for: try row["purpose"], result: reason.map(AuditEntry.Result.refused(reason:)) ?? .done,
            origin: try row["origin"])
    }

    private static func mark(_ commitment: [UInt8]?) -> String? { commitment.map { Hex.text($0.prefix(4)) } }
}

/// Which entries somebody wants to see.
package struct AuditFilter: Sendable, Equatable {
    /// From this moment on.
    package var from: Instant?
    /// Before this moment.
    package var until: Instant?
    package var action: AuditAction?
    package var outcome: Outcome?

    package enum Outcome: String, SQLText, CaseIterable {
        case done
        case refused
    }

    package init(from: Instant? = nil, until: Instant? = nil, action: AuditAction? = nil, outcome: Outcome? = nil) {
        self.from = from
        self.until = until
        self.action = action
        self.outcome = outcome
    }
}
