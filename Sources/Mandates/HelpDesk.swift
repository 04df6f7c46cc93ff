package import Accounts
package import Audit
package import Courseware
package import Storage

/// From a question for help to a helper who says yes.
package struct HelpDesk: Sendable {
    private let database: any Database
    private let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// The citizen asks. The organisation is the citizen's own, or else the one that was chosen, which then becomes so.
    package func ask(
        for service: ServiceID, wish: String, chosen: OrganisationID?, by citizen: Account, form: HelpRequestID
    ) async throws {
        guard let organisation = citizen.organisation ?? chosen else { throw HelpRequestRefusal.organisationMissing }
        let request = try HelpRequest(
            id: form, citizen: citizen.id, organisation: organisation, service: service, wish: wish, askedAt: world.now)
        try await database.write { connection in
            guard try OrganisationStore().organisation(organisation, on: connection) != nil else {
                throw HelpRequestRefusal.organisationMissing
            }
            guard try HelpRequestStore().insert(request, on: connection) else { return }
            if citizen.organisation == nil {
                try AccountStore().setOrganisation(organisation, of: citizen.id, on: connection)
            }
            try log(.helpAsked, "help-request", form.rawValue, by: citizen.id, about: citizen.id, on: connection)
        }
    }

    package func withdraw(_ request: HelpRequestID, by citizen: Account) async throws {
        try await database.write { connection in
            guard try HelpRequestStore().withdraw(request, by: citizen.id, at: world.now, on: connection) else {
                throw HelpRequestRefusal.closed
            }
            try log(.helpWithdrawn, "help-request", request.rawValue, by: citizen.id, about: citizen.id, on: connection)
        }
    }

    /// The coordinator asks a helper of the same organisation.
    package func match(
        _ request: HelpRequestID, with helper: AccountID, by coordinator: Account, form: HelperMatchID
    ) async throws {
        try await database.write { connection in
            guard let organisation = coordinator.organisation, coordinator.has(.coordinator),
                let account = try AccountStore().account(helper, on: connection), account.has(.helper),
                account.organisation == organisation
            else { throw HelpRequestRefusal.helperUnfit }
            let waiting = try HelpRequestStore().waiting(in: organisation, on: connection)
            guard let citizen = waiting.first(where: { $0.request.id == request })?.request.citizen else {
                throw HelpRequestRefusal.closed
            }
            guard citizen != helper, citizen != coordinator.id else { throw HelpRequestRefusal.helperUnfit }
            let isNew = try HelperMatchStore().insert(
                form, request: request, helper: helper, by: coordinator.id, in: organisation, at: world.now,
                on: connection)
            guard isNew else { throw HelpRequestRefusal.closed }
            try log(.helperMatched, "helper-match", form.rawValue, by: coordinator.id, about: citizen, on: connection)
        }
    }

    /// The helper says no; the coordinator can ask another.
    package func decline(_ match: HelperMatchID, by helper: Account) async throws {
        try await database.write { connection in
            guard let found = try HelperMatchStore().match(match, on: connection),
                try HelperMatchStore().answer(match, by: helper.id, accepted: false, at: world.now, on: connection)
            else { throw HelpRequestRefusal.closed }
            try log(.helperDeclined, "helper-match", match.rawValue, by: helper.id, about: found.request.citizen, on: connection)
        }
    }

    /// The helper says yes: the citizen is offered a mandate for all acts of the service, as long as it allows.
    package func accept(
        _ match: HelperMatchID, by helper: Account, service: Service, text: MandateText
    ) async throws -> MandateID {
        try await database.write { connection in
            guard let found = try HelperMatchStore().match(match, on: connection), found.request.service == service.id,
                try HelperMatchStore().answer(match, by: helper.id, accepted: true, at: world.now, on: connection)
            else { throw HelpRequestRefusal.closed }
            let mandate = Mandate(
                offering: service, text: text, to: found.request, by: helper.id, id: world.newID(), at: world.now)
            try MandateStore().insert(mandate, match: match, on: connection)
            try log(
                .mandateOffered, "mandate", mandate.id.rawValue, by: helper.id, about: mandate.citizen,
                mandate: mandate.id, on: connection)
            return mandate.id
        }
    }

    private func log(
        _ action: AuditAction, _ kind: String, _ id: String, by actor: AccountID, about subject: AccountID,
        mandate: MandateID? = nil, on connection: any Connection
    ) throws(StorageError) {
        try AuditLog().append(
            AuditEntry(
                action, AuditObject(kind, id), at: world.now, by: actor, about: subject, mandate: mandate, for: .mandate),
            on: connection)
    }
}

extension Mandate {
    /// What is offered: all acts of the service, for as many days as it allows at most.
    init(
        offering service: Service, text: MandateText, to request: HelpRequest, by helper: AccountID, id: MandateID,
        at instant: Instant
    ) {
        let validUntil = instant + .days(service.maxDays)
        let agreed = [
            text.date, text.texts[text.texts.source].source, service.id.rawValue,
            service.acts.map(\.rawValue).joined(separator: " "), request.citizen.rawValue, helper.rawValue,
            String(instant.milliseconds), String(validUntil.milliseconds),
        ]
        self.init(
            id: id, citizen: request.citizen, helper: helper, organisation: request.organisation, service: service.id,
            acts: service.acts, offeredAt: instant, validUntil: validUntil, textDate: text.date,
            textHash: Sodium.sha256Hex(agreed.joined(separator: "\n")))
    }
}

extension AuditAction {
    package static let helpAsked: Self = "help.asked"
    package static let helpWithdrawn: Self = "help.withdrawn"
    package static let helperMatched: Self = "helper.matched"
    package static let helperDeclined: Self = "helper.declined"
    package static let mandateOffered: Self = "mandate.offered"
}
