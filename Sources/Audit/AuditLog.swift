package import Storage

/// The log of deeds. It grows and never changes: the schema refuses both UPDATE and DELETE, and each entry holds a hash
/// of the one before, so that a change behind the schema's back shows (`meedoen audit verify`).
package struct AuditLog: Sendable {
    package init() {}

    /// Adds the entry; call it inside the `write` of the deed itself, so that the two share one transaction.
    package func append(_ entry: AuditEntry, on connection: any Connection) throws(StorageError) {
        let head = try AuditEntryStore().head(on: connection)
        let people = try AuditPersonStore().ensure(entry.people, on: connection)
        let chained = ChainedEntry(entry, sequence: head.sequence + 1, people: people)
        try AuditEntryStore().insert(chained, hash: chained.hash(after: head.hash), on: connection)
    }

    /// Adds the entry where `isKnown` finds none since then.
    package func append(
        _ entry: AuditEntry, unlessKnownSince instant: Instant, on connection: any Connection
    ) throws(StorageError) {
        if try !isKnown(entry, since: instant, on: connection) { try append(entry, on: connection) }
    }

    /// Whether the same person, or somebody unknown, did the same to the same thing of the same person since then: who
    /// opens a list again and again need not fill the log with it.
    package func isKnown(
        _ entry: AuditEntry, since instant: Instant, on connection: any Connection
    ) throws(StorageError) -> Bool {
        guard let subject = entry.subject, let whose = try AuditPersonStore().commitment(of: subject, on: connection)
        else { return false }
        var doer: [UInt8]?
        if let actor = entry.actor {
            doer = try AuditPersonStore().commitment(of: actor, on: connection)
            if doer == nil { return false }
        }
        return try AuditEntryStore().isKnown(
            entry.action, by: doer, about: whose, object: entry.object.id, since: instant, on: connection)
    }

    /// Keeps that the person was erased, and forgets who stands behind the entries about them. The entries stay, and so
    /// does the chain; nobody can find out any more whom they were about.
    package func erase(
        _ account: AccountID, by actor: AccountID?, at instant: Instant, origin: AuditOrigin = .web,
        on connection: any Connection
    ) throws(StorageError) {
        try append(
            AuditEntry(
                .accountErased, AuditObject("account", account.rawValue), at: instant, by: actor, about: account,
                for: .administration, origin: origin), on: connection)
        try AuditPersonStore().empty(account, on: connection)
    }

    /// What was done with one person's data, the newest first.
    package func entries(about subject: AccountID, on connection: any Connection) throws(StorageError) -> [AuditEntry] {
        try page(about: subject, size: nil, on: connection).map(\.entry)
    }

    /// What was done with one mandate, the newest first.
    package func entries(of mandate: MandateID, on connection: any Connection) throws(StorageError) -> [AuditEntry] {
        try AuditEntryStore().entries("AND mandate_id = \(mandate)", on: connection).map(\.entry)
    }

    /// What was done with one person's data, the newest first: the part that is older than an entry.
    package func page(
        about subject: AccountID, before sequence: Int? = nil, size: Int?, on connection: any Connection
    ) throws(StorageError) -> [LoggedEntry] {
        guard let commitment = try AuditPersonStore().commitment(of: subject, on: connection) else { return [] }
        let filter: SQL = "AND subject = \(commitment) AND sequence < \(sequence ?? .max)"
        return try AuditEntryStore().entries(filter, limit: size, on: connection)
    }

    /// All that the filter lets through, the newest first: the part that is older than an entry.
    package func page(
        _ filter: AuditFilter, before sequence: Int? = nil, size: Int, on connection: any Connection
    ) throws(StorageError) -> [LoggedEntry] {
        var conditions: SQL = "AND sequence < \(sequence ?? .max)"
        if let from = filter.from { conditions = "\(conditions) AND at >= \(from)" }
        if let until = filter.until { conditions = "\(conditions) AND at < \(until)" }
        if let action = filter.action { conditions = "\(conditions) AND action = \(action)" }
        if let outcome = filter.outcome { conditions = "\(conditions) AND result = \(outcome)" }
        return try AuditEntryStore().entries(conditions, limit: size, on: connection)
    }
}

extension AuditAction {
    /// The schema and `meedoen audit verify` know it: nothing else may empty what the log knows of a person.
    package static let accountErased: Self = "account.erased"
    /// An auditor read the log.
    package static let auditSeen: Self = "audit.seen"
}
