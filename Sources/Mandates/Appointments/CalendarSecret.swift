package import Accounts
package import Audit
package import Storage

/// The part of a calendar's address that nobody can guess: 32 random bytes as 64 hexadecimal digits.
package struct CalendarSecret: Sendable, Equatable {
    package let text: String

    package init(_ randomness: Randomness) { text = Hex.text(randomness.bytes(32)) }

    /// Nothing where it cannot be one of ours.
    package init?(text: String) {
        guard text.utf8.count == 64 else { return nil }
        self.text = text
    }

    var hash: [UInt8] { SHA256.digest(of: Array(text.utf8)) }
}

/// A helper's appointments in a calendar of their own, at a secret address.
package struct CalendarDesk: Sendable {
    private let database: any Database
    private let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// A new address; the one before does not work any more. It is shown this once.
    package func makeAddress(for helper: Account) async throws -> CalendarSecret {
        let secret = CalendarSecret(world.randomness)
        try await database.write { [world] connection in
            try CalendarStore().set(secret, of: helper.id, at: world.now, on: connection)
            try log(.calendarMade, helper, on: connection)
        }
        return secret
    }

    package func endAddress(of helper: Account) async throws {
        try await database.write { connection in
            if try CalendarStore().delete(of: helper.id, on: connection) { try log(.calendarEnded, helper, on: connection) }
        }
    }

    package func hasAddress(_ helper: Account) async throws -> Bool {
        try await database.read { try CalendarStore().exists(of: helper.id, on: $0) }
    }

    /// The appointments behind the address; nothing where there is no such address, or no such helper any more.
    ///
    /// - Throws: `TooManyTries`.
    package func appointments(at secret: String, from address: String) async throws -> [SeenAppointment]? {
        try await database.write { [world] in
            try TryLimit.calendarByAddress.count(address, at: world.now, on: $0)
        }
        guard let secret = CalendarSecret(text: secret) else { return nil }
        return try await database.read { [world] connection in
            guard let id = try CalendarStore().account(secret, on: connection),
                let helper = try AccountStore().account(id, on: connection), helper.has(.helper)
            else { return nil }
            return try SeenAppointment.all(of: id, at: world.now, on: connection).filter { $0.pair.helper == id }
        }
    }

    private func log(
        _ action: AuditAction, _ helper: Account, on connection: any Connection
    ) throws(StorageError) {
        try AuditLog().append(
            AuditEntry(
                action, AuditObject("account", helper.id.rawValue), at: world.now, by: helper.id, about: helper.id,
                for: .mandate), on: connection)
    }
}

extension AuditAction {
    package static let calendarMade: Self = "calendar.made"
    package static let calendarEnded: Self = "calendar.ended"
}
