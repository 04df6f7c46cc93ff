package import Accounts
package import Audit
package import Storage

/// Looking at what somebody asked or agreed is a deed too, and is kept. Of the same look by the same person one a day:
/// somebody who works with a list opens it all day long.
package struct Sightings: Sendable {
    private let database: any Database
    private let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// Somebody sees these questions for help.
    package func keep(_ requests: [HelpRequest], seenBy viewer: Account) async throws {
        try await keep(
            requests.filter { $0.citizen != viewer.id }.map { request in
                AuditEntry(
                    .helpSeen, AuditObject("help-request", request.id.rawValue), at: world.now, by: viewer.id,
                    about: request.citizen, for: .mandate)
            })
    }

    /// Somebody sees these mandates in a list.
    package func keep(_ mandates: [SeenMandate], listedFor viewer: Account) async throws {
        try await Looks(database: database, clock: world.clock).keep(
            .mandateListed, at: mandates.filter { !$0.isCitizenErased }.map(\.mandate.citizen), by: viewer.id, for: .mandate)
    }

    private func keep(_ entries: [AuditEntry]) async throws {
        let since = world.now - .days(1)
        let new = try await database.read { connection in
            try entries.filter { try !AuditLog().isKnown($0, since: since, on: connection) }
        }
        guard !new.isEmpty else { return }
        try await database.write { connection in
            for entry in new { try AuditLog().append(entry, on: connection) }
        }
    }
}

extension AuditAction {
    package static let helpSeen: Self = "help.seen"
    package static let mandateListed: Self = "mandate.listed"
}
