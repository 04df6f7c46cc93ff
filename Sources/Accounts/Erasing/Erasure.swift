import Audit
package import Storage

/// A room that keeps something of people, and can forget it.
package protocol Erasing: Sendable {
    /// Removes or empties all that is the person's; ids that others need stay, with nobody behind them.
    func erase(_ account: AccountID, by eraser: AccountID, at instant: Instant, on connection: any Connection) throws
}

/// Forgetting somebody who asks for it (AVG, article 17).
///
/// Names, words, secrets, sessions, what was learned and what was written go away. That something happened stays in the
/// log, whose entries no longer lead to anybody.
package struct Erasure: Sendable {
    private let database: any Database
    private let world: World
    private let rooms: [any Erasing]

    /// - Parameter rooms: all that keep something of people, besides the accounts.
    package init(database: any Database, world: World, rooms: [any Erasing]) {
        self.database = database
        self.world = world
        self.rooms = rooms
    }

    /// Whom the eraser may erase, by id; nothing for anybody else.
    package func person(_ id: AccountID, for eraser: Account) async throws -> Account? {
        try await database.read { try Self.person(id, for: eraser, on: $0) }
    }

    /// All of it or nothing: every room's part shares one transaction with the entry in the log.
    package func erase(_ id: AccountID, by eraser: Account) async throws {
        try await database.write { [world, rooms] connection in
            guard try Self.person(id, for: eraser, on: connection) != nil else { throw ErasureRefusal.notYours }
            for room in rooms { try room.erase(id, by: eraser.id, at: world.now, on: connection) }
            try AccountErasureStore().erase(id, by: eraser.id, at: world.now, on: connection)
            try AuditLog().erase(id, by: eraser.id, at: world.now, on: connection)
        }
    }

    private static func person(
        _ id: AccountID, for eraser: Account, on connection: any Connection
    ) throws(StorageError) -> Account? {
        guard try AccountErasureStore().isOpen(id, on: connection),
            let person = try AccountStore().account(id, on: connection), eraser.mayErase(person)
        else { return nil }
        return person
    }
}

extension Account {
    /// Learners may erase themselves, coordinators the learners of their organisation, and administrators everybody but
    /// themselves, so that somebody is left to run the installation.
    package func mayErase(_ other: Account) -> Bool {
        if id == other.id { return !isStaff }
        if has(.administrator) { return true }
        return has(.coordinator) && organisation != nil && organisation == other.organisation && !other.isStaff
    }
}

package enum ErasureRefusal: Error, Equatable {
    /// There is no such person any more, or it is not for this one to erase them.
    case notYours
}
