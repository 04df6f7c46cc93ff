import Audit
package import Storage

/// Throws away what two wrote and arranged, some time after their help ended.
package struct ContactHousekeeping: Sendable {
    private static let batch = 500

    private let database: any Database
    private let clock: Clock

    package init(database: any Database, clock: Clock) {
        self.database = database
        self.clock = clock
    }

    /// How many messages it threw away.
    @discardableResult
    package func deleteOld() async throws -> Int {
        let matches = try await database.read { try MessageStore().matches(on: $0) }
        var deleted = 0
        for start in stride(from: 0, to: matches.count, by: Self.batch) {
            let some = Array(matches[start..<min(start + Self.batch, matches.count)])
            let old = try await database.read { try forgotten(some, on: $0).map(\.id) }
            if !old.isEmpty { deleted += try await delete(old) }
        }
        return deleted
    }

    /// Asked again where it is done: in the meantime a mandate may have taken the place of one that ended.
    private func delete(_ matches: [HelperMatchID]) async throws -> Int {
        try await database.write { [clock] connection in
            let pairs = try forgotten(matches, on: connection)
            for pair in pairs {
                try AuditLog().append(
                    .contact(
                        .messagesDeleted, AuditObject("helper-match", pair.id.rawValue), pair, by: nil, at: clock.now(),
                        origin: .command), on: connection)
            }
            _ = try AppointmentStore().deleteAll(of: pairs.map(\.id), on: connection)
            return try MessageStore().deleteAll(of: pairs.map(\.id), on: connection)
        }
    }

    private func forgotten(
        _ matches: [HelperMatchID], on connection: any Connection
    ) throws(StorageError) -> [MatchedPair] {
        let now = clock.now()
        return try MatchedPairStore().pairs(matches, on: connection).filter { $0.isForgotten(at: now) }
    }
}
