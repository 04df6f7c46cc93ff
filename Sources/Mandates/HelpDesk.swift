package import Accounts
package import Audit
package import Courseware
package import Storage

/// From a question for help to a mandate that is offered.
package struct HelpDesk: Sendable {
    private let database: any Database
    private let requirements: HelperRequirements
    private let world: World

    package init(database: any Database, requirements: HelperRequirements, world: World) {
        self.database = database
        self.requirements = requirements
        self.world = world
    }

    /// The citizen asks, alone or with somebody of the staff beside them: one request for each service. The
    /// organisation is the citizen's own, or else the one that was chosen, which then becomes so.
    package func ask(
        for services: [ServiceID], _ wish: HelpWish, chosen: OrganisationID?, for citizen: Account, by asker: Account,
        form: HelpRequestID
    ) async throws {
        guard !services.isEmpty else { throw HelpRequestRefusal.serviceMissing }
        guard let organisation = citizen.organisation ?? chosen else { throw HelpRequestRefusal.organisationMissing }
        try wish.check()
        try await database.write { connection in
            guard try OrganisationStore().organisation(organisation, on: connection) != nil else {
                throw HelpRequestRefusal.organisationMissing
            }
            guard try !PersonReportStore().hasDied(citizen.id, on: connection) else { throw HelpRequestRefusal.closed }
            if let location = wish.location,
                try !OrganisationStore().locations(of: organisation, on: connection).contains(where: { $0.id == location })
            {
                throw HelpRequestRefusal.closed
            }
            for (number, service) in services.enumerated() {
                let request = HelpRequest(
                    id: number == 0 ? form : world.newID(), citizen: citizen.id, organisation: organisation,
                    service: service, wish: wish, askedBy: asker.id, askedAt: world.now)
                guard try HelpRequestStore().insert(request, on: connection) else { return }
                try log(
                    .helpAsked, "help-request", request.id.rawValue, by: asker.id, about: citizen.id, on: connection)
            }
            if citizen.organisation == nil {
                try AccountStore().setOrganisation(organisation, of: citizen.id, on: connection)
            }
        }
    }

    package func withdraw(_ request: HelpRequestID, by citizen: Account) async throws {
        try await database.write { connection in
            if try HelpRequestStore().isWithdrawn(request, by: citizen.id, on: connection) { return }
            guard try HelpRequestStore().withdraw(request, by: citizen.id, at: world.now, on: connection) else {
                throw HelpRequestRefusal.closed
            }
            try log(.helpWithdrawn, "help-request", request.rawValue, by: citizen.id, about: citizen.id, on: connection)
        }
    }

    /// Who could help, the best first; nothing where the request is closed or of another organisation.
    package func candidates(
        for request: HelpRequestID, coordinator: Account
    ) async throws -> HelperChoice? {
        guard let organisation = coordinator.organisation else { return nil }
        return try await database.read { connection in
            guard let waiting = try HelpRequestStore().waiting(request, in: organisation, on: connection) else { return nil }
            let asked = try HelperMatchStore().asked(for: request, on: connection)
            let helpers = try AccountStore().accounts(with: .helper, in: organisation, on: connection)
                .filter { !asked.contains($0.id) && $0.id != waiting.request.citizen && $0.id != coordinator.id }
                .map { helper in
                    RankedHelper(
                        helper, try HelperStore().profile(of: helper.id, on: connection),
                        try standing(of: helper.id, in: organisation, on: connection), for: waiting.request,
                        on: Day(world.now))
                }
            return HelperChoice(request: waiting, helpers: helpers.sorted(by: RankedHelper.comesBefore))
        }
    }

    /// The coordinator asks a helper of the same organisation who has everything in order.
    package func match(
        _ request: HelpRequestID, with helper: AccountID, by coordinator: Account, form: HelperMatchID
    ) async throws {
        try await database.write { connection in
            guard let organisation = coordinator.organisation, coordinator.has(.coordinator),
                let account = try AccountStore().account(helper, on: connection), account.has(.helper),
                account.organisation == organisation
            else { throw HelpRequestRefusal.helperUnfit }
            if try HelperMatchStore().match(form, on: connection)?.helper == helper { return }
            guard let citizen = try HelpRequestStore().waiting(request, in: organisation, on: connection)?.request.citizen
            else { throw HelpRequestRefusal.closed }
            guard citizen != helper, citizen != coordinator.id, helper != coordinator.id else {
                throw HelpRequestRefusal.helperUnfit
            }
            try checkStanding(of: helper, in: organisation, on: connection)
            let isNew = try HelperMatchStore().insert(
                form, request: request, helper: helper, by: coordinator.id, in: organisation, at: world.now,
                on: connection)
            guard isNew else { throw HelpRequestRefusal.closed }
            try log(.helperMatched, "helper-match", form.rawValue, by: coordinator.id, about: citizen, on: connection)
        }
    }

    /// The helper says yes or no; after a no the coordinator can ask another.
    package func answer(_ match: HelperMatchID, by helper: Account, accepts: Bool) async throws {
        try await database.write { connection in
            guard let found = try HelperMatchStore().match(match, on: connection) else { throw HelpRequestRefusal.closed }
            if try HelperMatchStore().isAnswered(match, by: helper.id, accepted: accepts, on: connection) { return }
            if accepts { try checkStanding(of: helper.id, in: found.request.organisation, on: connection) }
            guard
                try HelperMatchStore().answer(
                    match, by: helper.id, accepted: accepts, at: world.now, on: connection)
            else { throw HelpRequestRefusal.closed }
            try log(
                accepts ? .helperAccepted : .helperDeclined, "helper-match", match.rawValue, by: helper.id,
                about: found.request.citizen, on: connection)
        }
    }

    /// The citizen sees who the helper is, and says yes or no; after a no the coordinator can ask another.
    package func answer(_ match: HelperMatchID, by citizen: Account, wants: Bool) async throws {
        try await database.write { connection in
            if try HelperMatchStore().isAnswered(match, forCitizen: citizen.id, accepted: wants, on: connection) { return }
            guard
                try HelperMatchStore().answer(
                    match, forCitizen: citizen.id, accepted: wants, at: world.now, on: connection)
            else { throw HelpRequestRefusal.closed }
            try log(
                wants ? .personAccepted : .personDeclined, "helper-match", match.rawValue, by: citizen.id,
                about: citizen.id, on: connection)
        }
    }

    /// The helper offers a mandate to who said yes: some acts of the service, for so long.
    package func offer(
        _ acts: [ActID], for duration: MandateDuration, to match: HelperMatchID, by helper: Account, service: Service,
        text: MandateText
    ) async throws -> MandateID {
        try await database.write { connection in
            guard let found = try HelperMatchStore().agreed(match, for: helper.id, on: connection),
                found.request.service == service.id,
                try !PersonReportStore().hasDied(found.request.citizen, on: connection)
            else { throw HelpRequestRefusal.closed }
            let offer = try MandateOffer(acts, for: duration, of: service, text: text)
            try checkStanding(of: helper.id, in: found.request.organisation, on: connection)
            let (mandate, agreement) = offer.mandate(
                world.newID(), citizen: found.request.citizen, helper: helper.id, in: found.request.organisation,
                at: world.now)
            try MandateStore().insert(mandate, agreement, match: match, on: connection)
            try logOffer(mandate, on: connection)
            return mandate.id
        }
    }

    /// The helper offers a new mandate in the place of one that ends soon: the same scope as is left.
    package func offerRenewal(
        of id: MandateID, for duration: MandateDuration, by helper: Account, service: Service, text: MandateText
    ) async throws -> MandateID {
        try await database.write { connection in
            guard let old = try MandateStore().mandate(id, for: helper, on: connection)?.mandate,
                old.service == service.id
            else { throw MandateMissing() }
            try old.checkRenewal(by: helper.id, at: world.now)
            guard try !MandateStore().isRenewed(id, at: world.now, on: connection) else { throw MandateRefusal.notRenewable }
            let standing = try standing(of: helper.id, in: old.organisation, except: id, on: connection)
            guard standing.shortcomings(on: Day(world.now)).isEmpty else { throw MandateRefusal.helperUnfit }
            let offer = try MandateOffer(old.scope, for: duration, of: service, text: text)
            let (mandate, agreement) = offer.mandate(
                world.newID(), citizen: old.citizen, helper: helper.id, in: old.organisation, at: world.now, renews: id)
            try MandateStore().insert(mandate, agreement, match: nil, on: connection)
            try logOffer(mandate, on: connection)
            return mandate.id
        }
    }

    private func checkStanding(
        of helper: AccountID, in organisation: OrganisationID, on connection: any Connection
    ) throws {
        let standing = try standing(of: helper, in: organisation, on: connection)
        guard standing.shortcomings(on: Day(world.now)).isEmpty,
            try !PersonReportStore().hasDied(helper, on: connection)
        else { throw HelpRequestRefusal.helperUnfit }
    }

    private func standing(
        of helper: AccountID, in organisation: OrganisationID, except exempt: MandateID? = nil,
        on connection: any Connection
    ) throws(StorageError) -> HelperStanding {
        try HelperStore().standing(
            of: helper, in: organisation, requirements, at: world.now, exempt: exempt, on: connection)
    }

    private func logOffer(_ mandate: Mandate, on connection: any Connection) throws(StorageError) {
        try log(
            .mandateOffered, "mandate", mandate.id.rawValue, by: mandate.helper, about: mandate.citizen,
            mandate: mandate.id, on: connection)
    }

    private func log(
        _ action: AuditAction, _ kind: String, _ id: String, by actor: AccountID, about subject: AccountID,
        mandate: MandateID? = nil, on connection: any Connection
    ) throws(StorageError) {
        try AuditLog().append(
            AuditEntry(
                action, AuditObject(kind, id), at: world.now, by: actor, about: subject,
                onBehalfOf: actor == subject ? nil : subject, mandate: mandate, for: .mandate),
            on: connection)
    }
}

extension AuditAction {
    package static let helpAsked: Self = "help.asked"
    package static let helpWithdrawn: Self = "help.withdrawn"
    package static let helperMatched: Self = "helper.matched"
    package static let helperAccepted: Self = "helper.accepted"
    package static let helperDeclined: Self = "helper.declined"
    package static let personAccepted: Self = "person.accepted"
    package static let personDeclined: Self = "person.declined"
    package static let mandateOffered: Self = "mandate.offered"
}
