package import Accounts
package import Audit
package import Storage

/// How a helper gets everything in order.
package struct HelperDesk: Sendable {
    private let database: any Database
    private let requirements: HelperRequirements
    private let world: World

    package init(database: any Database, requirements: HelperRequirements, world: World) {
        self.database = database
        self.requirements = requirements
        self.world = world
    }

    package func save(_ profile: HelperProfile, by helper: Account) async throws {
        try await database.write { [world] connection in
            try HelperStore().save(profile, of: helper.id, at: world.now, on: connection)
            try log(.profileChanged, by: helper.id, about: helper.id, on: connection)
        }
    }

    /// The helper accepts the terms in the wording of that version; another one was on the screen too long.
    package func acceptTerms(_ version: String, by helper: Account) async throws {
        guard version == requirements.terms else { throw HelpRequestRefusal.closed }
        try await database.write { [world] connection in
            guard try HelperStore().acceptTerms(version, by: helper.id, at: world.now, on: connection) else { return }
            try log(.termsAccepted, by: helper.id, about: helper.id, on: connection)
        }
    }

    /// The coordinator saw the helper's certificate of conduct. Only the day on it is kept.
    package func keepCertificate(of helper: AccountID, issuedOn day: Day, seenBy coordinator: Account) async throws {
        guard day <= Day(world.now) else { throw HelpRequestRefusal.helperUnfit }
        try await database.write { [world] connection in
            guard let account = try AccountStore().account(helper, on: connection), account.has(.helper),
                account.organisation == coordinator.organisation, account.id != coordinator.id
            else { throw HelpRequestRefusal.closed }
            try HelperStore().keepCertificate(
                of: helper, issuedOn: day, seenBy: coordinator.id, at: world.now, on: connection)
            try log(.certificateSeen, by: coordinator.id, about: helper, on: connection)
        }
    }

    /// How many running mandates a helper of the organisation may have.
    package func setLimit(_ running: Int, by coordinator: Account) async throws {
        guard let organisation = coordinator.organisation, (1...50).contains(running) else {
            throw HelpRequestRefusal.closed
        }
        try await database.write { [world] connection in
            try HelperStore().setLimit(running, in: organisation, by: coordinator.id, at: world.now, on: connection)
            try AuditLog().append(
                AuditEntry(
                    .limitSet, AuditObject("organisation", organisation.rawValue), at: world.now, by: coordinator.id,
                    for: .administration), on: connection)
        }
    }

    /// Whether helpers of the organisation may come to somebody's home.
    package func allowHomeVisits(_ isAllowed: Bool, by coordinator: Account) async throws {
        guard let organisation = coordinator.organisation else { throw HelpRequestRefusal.closed }
        try await database.write { [world] connection in
            try HomeVisitStore().allow(isAllowed, in: organisation, by: coordinator.id, at: world.now, on: connection)
            try AuditLog().append(
                AuditEntry(
                    .homeVisitsSet, AuditObject("organisation", organisation.rawValue), at: world.now, by: coordinator.id,
                    for: .administration), on: connection)
        }
    }

    /// Everybody who helps in the coordinator's organisation, by name, and how they stand.
    package func helpers(for coordinator: Account) async throws -> [HelperState] {
        guard let organisation = coordinator.organisation else { return [] }
        return try await database.read { [world] connection in
            try AccountStore().accounts(with: .helper, in: organisation, on: connection).map { helper in
                HelperState(
                    helper: helper,
                    standing: try HelperStore().standing(
                        of: helper.id, in: organisation, requirements, at: world.now, on: connection))
            }
        }
    }

    private func log(
        _ action: AuditAction, by actor: AccountID, about subject: AccountID, on connection: any Connection
    ) throws(StorageError) {
        try AuditLog().append(
            AuditEntry(
                action, AuditObject("account", subject.rawValue), at: world.now, by: actor, about: subject,
                for: .mandate), on: connection)
    }
}

/// A helper, and how they stand.
package struct HelperState: Sendable {
    package let helper: Account
    package let standing: HelperStanding
}

extension AuditAction {
    package static let profileChanged: Self = "helper.profile-changed"
    package static let termsAccepted: Self = "helper.terms-accepted"
    package static let certificateSeen: Self = "helper.certificate-seen"
    package static let limitSet: Self = "mandate-limit.set"
    package static let homeVisitsSet: Self = "home-visits.set"
}
