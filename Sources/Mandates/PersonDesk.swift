package import Accounts
package import Audit
package import Storage

/// A citizen at the desk, with a coach or coordinator of the organisation.
package struct PersonDesk: Sendable {
    private let database: any Database
    private let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// The learner with that login name, as it stands on the card; nothing where there is none for this desk.
    package func find(_ name: String, for staff: Account) async throws -> AccountID? {
        guard let name = LoginName(rawValue: name) else { return nil }
        return try await database.read { connection in
            guard let person = try AccountStore().account(named: name, on: connection), Self.isServed(person, by: staff)
            else { return nil }
            return person.id
        }
    }

    /// Who stands at the desk, with what runs. Looking is a deed, and is kept.
    package func visit(_ person: AccountID, for staff: Account) async throws -> DeskVisit? {
        try await database.write { [world] connection in
            guard let account = try AccountStore().account(person, on: connection), Self.isServed(account, by: staff)
            else { return nil }
            try AuditLog().append(
                AuditEntry(
                    .citizenSeen, AuditObject("account", person.rawValue), at: world.now, by: staff.id, about: person,
                    for: .mandate), on: connection)
            return DeskVisit(
                citizen: account, waiting: try HelpRequestStore().waiting(of: person, on: connection),
                mandates: try MandateStore().mandates(ofCitizen: person, on: connection)
                    .filter { $0.mandate.organisation == staff.organisation })
        }
    }

    /// Somebody died or can no longer decide alone: all that the person asked is withdrawn, and every mandate in which
    /// the person is one of the two ends.
    package func report(
        _ report: PersonReport, of person: AccountID, by staff: Account, form: PersonReportID
    ) async throws -> Bool {
        try await database.write { [world] connection in
            guard let account = try AccountStore().account(person, on: connection), Self.isKnown(account, to: staff)
            else { return false }
            let isNew = try PersonReportStore().insert(
                report, of: person, by: staff.id, id: form, at: world.now, on: connection)
            guard isNew else { return true }
            try AuditLog().append(
                AuditEntry(
                    AuditAction(rawValue: "person.\(report.rawValue)"), AuditObject("account", person.rawValue),
                    at: world.now, by: staff.id, about: person, for: .mandate), on: connection)
            try HelpRequestStore().withdrawAll(of: person, at: world.now, on: connection)
            if report == .died {
                try SessionStore().endAll(of: person, at: world.now, on: connection)
                try SecretStore().remove(of: person, on: connection)
            }
            for mandate in try MandateStore().mandates(of: person, on: connection)
            where mandate.ending(at: world.now) == nil {
                let event = MandateEvent(id: world.newID(), deed: report.deed, by: staff.id, at: world.now)
                try MandateEventStore().insert(event, to: mandate.id, on: connection)
                try AuditLog().append(
                    .mandate(AuditAction(rawValue: "mandate.\(report.rawValue)"), mandate, by: staff.id, at: world.now),
                    on: connection)
            }
            return true
        }
    }

    /// A learner of the organisation, or of none yet; never oneself.
    private static func isServed(_ person: Account, by staff: Account) -> Bool {
        isKnown(person, to: staff) && person.has(.learner) && person.loginName != nil
    }

    private static func isKnown(_ person: Account, to staff: Account) -> Bool {
        (staff.has(.coach) || staff.has(.coordinator)) && staff.organisation != nil && person.id != staff.id
            && (person.organisation == staff.organisation || person.organisation == nil && !person.isStaff)
    }
}

/// What the staff sees of somebody at the desk.
package struct DeskVisit: Sendable {
    package let citizen: Account
    package let waiting: [WaitingRequest]
    package let mandates: [SeenMandate]
}

extension AuditAction {
    package static let citizenSeen: Self = "citizen.seen"
}
