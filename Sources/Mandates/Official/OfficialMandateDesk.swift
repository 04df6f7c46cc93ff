package import Accounts
package import Audit
package import Courseware
package import Storage

/// A citizen notes what they arranged at the real site, and takes it away again.
package struct OfficialMandateDesk: Sendable {
    private let database: any Database
    private let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    package func note(
        _ service: ServiceID, until day: Day?, isArranged: Bool, by citizen: Account, form: OfficialMandateID
    ) async throws {
        guard isArranged else { throw OfficialMandateRefusal.notArranged }
        guard let day else { throw OfficialMandateRefusal.dayUnfit }
        let mandate = OfficialMandate(id: form, citizen: citizen.id, service: service, until: day, notedAt: world.now)
        try mandate.check()
        try await database.write { connection in
            guard try OfficialMandateStore().insert(mandate, on: connection) else { return }
            try log(.officialMandateNoted, form, citizen, on: connection)
        }
    }

    /// The service it was about; nothing where it is not this citizen's.
    package func remove(_ id: OfficialMandateID, by citizen: Account) async throws -> ServiceID? {
        try await database.write { connection in
            let service = try OfficialMandateStore().delete(id, of: citizen.id, on: connection)
            if service != nil { try log(.officialMandateRemoved, id, citizen, on: connection) }
            return service
        }
    }

    package func mandates(of citizen: Account, for service: ServiceID) async throws -> [OfficialMandate] {
        try await database.read { try OfficialMandateStore().mandates(of: citizen.id, for: service, on: $0) }
    }

    private func log(
        _ action: AuditAction, _ id: OfficialMandateID, _ citizen: Account, on connection: any Connection
    ) throws(StorageError) {
        try AuditLog().append(
            AuditEntry(
                action, AuditObject("official-mandate", id.rawValue), at: world.now, by: citizen.id, about: citizen.id,
                for: .mandate), on: connection)
    }
}

extension AuditAction {
    package static let officialMandateNoted: Self = "official-mandate.noted"
    package static let officialMandateRemoved: Self = "official-mandate.removed"
}
