package import Storage

/// Looking at what is kept of people is a deed too. Of one person at another in the same way one look a day is kept: who
/// works with a list opens it all day long.
package struct Looks: Sendable {
    private let database: any Database
    private let clock: Clock

    package init(database: any Database, clock: Clock) {
        self.database = database
        self.clock = clock
    }

    package func keep(
        _ action: AuditAction, at people: [AccountID], by viewer: AccountID, for purpose: AuditPurpose
    ) async throws {
        let now = clock.now()
        let people = Set(people).subtracting([viewer])
        let new = try await database.read { try Self.new(action, people, by: viewer, since: now - .days(1), on: $0) }
        guard !new.isEmpty else { return }
        try await database.write { connection in
            for person in new {
                try AuditLog().append(
                    AuditEntry(
                        action, AuditObject("account", person.rawValue), at: now, by: viewer, about: person, for: purpose),
                    on: connection)
            }
        }
    }

    /// In an order that is the same each time.
    private static func new(
        _ action: AuditAction, _ people: Set<AccountID>, by viewer: AccountID, since instant: Instant,
        on connection: any Connection
    ) throws(StorageError) -> [AccountID] {
        let sorted = people.sorted()
        let commitments = try AuditPersonStore().commitments(of: sorted + [viewer], on: connection)
        guard let doer = commitments[viewer] else { return sorted }
        let known = try AuditEntryStore().known(
            action, by: doer, to: sorted.compactMap { commitments[$0] }, since: instant, on: connection)
        return sorted.filter { person in commitments[person].map { !known.contains($0) } ?? true }
    }
}
