package import Accounts
import Audit
package import Storage

/// What is done with a mandate once it is offered. The rule is asked in the same transaction in which the deed is
/// kept, so of two deeds at one moment the second sees the first. A deed that is refused is kept as well, in the log.
package struct MandateDesk: Sendable {
    private let database: any Database
    private let signIn: SignIn
    private let world: World

    package init(database: any Database, signIn: SignIn, world: World) {
        self.database = database
        self.signIn = signIn
        self.world = world
    }

    /// The citizen agrees, with the three words entered again.
    ///
    /// - Parameter declares: not to be under curatele, bewind or mentorschap for this.
    package func consent(
        to id: MandateID, by citizen: Account, code: String, declares: Bool, form: MandateEventID
    ) async throws {
        guard try await signIn.confirms(code, citizen) else {
            return try await decide(id, by: citizen, .consented) { mandate, _ in
                throw mandate.citizen == citizen.id ? MandateRefusal.wrongCode : .notYours
            }
        }
        try await decide(id, by: citizen, .consented) { mandate, connection in
            try keep(.consented, in: mandate, by: citizen, form, on: connection) { mandate in
                guard declares else { throw MandateRefusal.notDeclared }
                guard try !PersonReportStore().needsRepresentative(mandate.citizen, on: connection) else {
                    throw MandateRefusal.representativeNeeded
                }
            }
        }
    }

    /// Somebody of the staff saw the person, and the paper with a signature.
    package func consentOnPaper(
        to id: MandateID, signedBy signatory: MandateEvent.Signatory, sawPerson: Bool, sawPaper: Bool,
        by witness: Account, form: MandateEventID
    ) async throws {
        try await decide(id, by: witness, .consentedOnPaper) { mandate, connection in
            try keep(.consentedOnPaper(signatory), in: mandate, by: witness, form, on: connection) { mandate in
                guard sawPerson, sawPaper else { throw MandateRefusal.notSeen }
                if signatory == .citizen, try PersonReportStore().needsRepresentative(mandate.citizen, on: connection) {
                    throw MandateRefusal.representativeNeeded
                }
            }
        }
    }

    /// Everything that takes no more than a button: a no, an end, a pause. What takes more has a way of its own.
    package func happen(
        _ deed: MandateEvent.Deed, to id: MandateID, by person: Account, form: MandateEventID
    ) async throws {
        try await decide(id, by: person, deed.kind) { mandate, connection in
            switch deed {
            case .consented: throw MandateRefusal.wrongCode
            case .consentedOnPaper, .objected, .renewed, .died, .incapable: throw MandateRefusal.notYours
            case .actWithdrawn(let act, let channel) where mandate.scope == [act]:
                return try keep(.revoked(channel), in: mandate, by: person, form, on: connection)
            case .confirmed, .refused, .actWithdrawn, .revoked, .returned, .suspended, .resumed:
                return try keep(deed, in: mandate, by: person, form, on: connection)
            }
        }
    }

    /// The helper records what was done.
    package func record(
        _ act: RecordedAct, with id: MandateID, by helper: Account, proof: SignInProof
    ) async throws {
        try await decide(id, by: helper, "act.recorded") { mandate, connection in
            if try ActStore().isKnown(act.id, on: connection) { return false }
            try mandate.check(act, proof: proof)
            guard let day = act.doneOn else { throw MandateRefusal.dayUnfit }
            return try ActStore().insert(act, on: day, to: id, on: connection)
        }
    }

    /// The citizen says whether an act is right. A no suspends the mandate at once, where it still runs.
    package func answer(
        _ act: RecordedActID, of id: MandateID, _ answer: RecordedAct.Answer, by citizen: Account, form: MandateEventID
    ) async throws {
        let action: AuditAction = answer == .right ? "act.right" : "mandate.objected"
        try await decide(id, by: citizen, action) { mandate, connection in
            guard citizen.id == mandate.citizen else { throw MandateRefusal.notYours }
            guard try ActStore().answer(act, of: id, answer, at: world.now, on: connection) else {
                throw MandateRefusal.answeredAlready
            }
            if answer == .wrong, mandate.ending(at: world.now) == nil {
                return try keep(.objected(act), in: mandate, by: citizen, form, on: connection)
            }
            if answer == .wrong { try call(mandate, about: act, on: connection) }
            return true
        }
    }

    /// What has ended cannot be stopped any more; the coordinator looks at it all the same.
    private func call(
        _ mandate: Mandate, about act: RecordedActID, on connection: any Connection
    ) throws(StorageError) {
        guard let match = try MatchedPairStore().match(of: mandate.id, on: connection) else { return }
        let call = CoordinatorCall(id: world.newID(), match: match, act: act, by: mandate.citizen, at: world.now)
        _ = try CoordinatorCallStore().insert(call, on: connection)
    }

    /// Keeps the event where the rules allow it; whether it is new.
    ///
    /// - Parameter condition: what the deed asks besides; looked at after the rules of the mandate itself.
    private func keep(
        _ deed: MandateEvent.Deed, in mandate: Mandate, by person: Account, _ form: MandateEventID,
        on connection: any Connection, if condition: (Mandate) throws -> Void = { _ in }
    ) throws -> Bool {
        if try MandateEventStore().isKnown(form, on: connection) { return false }
        let party = MandateParty(person, in: mandate.organisation)
        let before = mandate
        var mandate = mandate
        let event = try mandate.happen(deed, by: party, at: world.now, id: form)
        try condition(mandate)
        if deed.isConsent { try checkAlive(mandate, on: connection) }
        if deed.isConsent, let renewed = mandate.renews { try end(renewed, by: person, on: connection) }
        try MandateEventStore().insert(event, to: mandate.id, on: connection)
        if deed.isConsent {
            try CheckCodeStore().insert(CheckCode(world.randomness), of: mandate.id, at: world.now, on: connection)
        }
        if mandate.ending(at: world.now) != nil { try follow(deed, before, by: party, on: connection) }
        return true
    }

    private func checkAlive(_ mandate: Mandate, on connection: any Connection) throws {
        for side in [mandate.citizen, mandate.helper] where try PersonReportStore().hasDied(side, on: connection) {
            throw MandateRefusal.ended(.died)
        }
    }

    /// What ends takes along what was offered in its place. An objection that nobody has looked at yet stays a call for
    /// the coordinator.
    private func follow(
        _ deed: MandateEvent.Deed, _ mandate: Mandate, by party: MandateParty, on connection: any Connection
    ) throws {
        if mandate.state(at: world.now) == .suspended, let act = mandate.openObjection {
            try call(mandate, about: act, on: connection)
        }
        for var renewal in try MandateStore().renewals(of: mandate.id, on: connection)
        where renewal.ending(at: world.now) == nil {
            let event = try renewal.happen(deed, by: party, at: world.now, id: world.newID())
            try MandateEventStore().insert(event, to: renewal.id, on: connection)
            try AuditLog().append(
                .mandate(AuditAction(rawValue: "mandate.\(deed.kind.rawValue)"), renewal, by: party.account, at: world.now),
                on: connection)
        }
    }

    /// The new mandate takes the place of the old one, where that still runs or ran out. One that was stopped has no
    /// successor, and neither has one that stood still until its last day.
    private func end(_ id: MandateID, by person: Account, on connection: any Connection) throws {
        guard var old = try MandateStore().mandate(id, on: connection) else { return }
        if let (ending, _) = old.ending(at: world.now) {
            guard ending == .expired else { throw MandateRefusal.ended(ending) }
            guard old.openObjection == nil else { throw MandateRefusal.suspended }
            return
        }
        let event = try old.happen(
            .renewed, by: MandateParty(person, in: old.organisation), at: world.now, id: world.newID())
        try MandateEventStore().insert(event, to: id, on: connection)
        try AuditLog().append(
            .mandate("mandate.renewed", old, by: person.id, at: world.now), on: connection)
    }

    private func decide(
        _ id: MandateID, by person: Account, _ kind: MandateEvent.Kind,
        _ deed: @escaping @Sendable (Mandate, any Connection) throws -> Bool
    ) async throws {
        try await decide(id, by: person, AuditAction(rawValue: "mandate.\(kind.rawValue)"), deed)
    }

    /// The mandate as this person may see it. Where somebody else than the citizen looks, that is kept, once a day; a
    /// coach does not see what was done.
    package func view(_ id: MandateID, for viewer: Account) async throws -> MandateView? {
        try await database.write { [world] connection in
            guard let seen = try MandateStore().mandate(id, for: viewer, on: connection) else { return nil }
            let isSide = seen.mandate.isSide(viewer.id)
            if viewer.id != seen.mandate.citizen, !seen.isCitizenErased {
                let look = AuditEntry.mandate("mandate.seen", seen.mandate, by: viewer.id, at: world.now)
                try AuditLog().append(look, unlessKnownSince: world.now - .days(1), on: connection)
            }
            let seesActs = isSide || viewer.has(.coordinator)
            return MandateView(
                seen: seen, acts: seesActs ? try ActStore().acts(of: id, on: connection) : [],
                isRenewed: try MandateStore().isRenewed(id, at: world.now, on: connection),
                agreement: try MandateStore().agreement(of: id, on: connection),
                code: try CheckCodeStore().code(of: id, on: connection),
                match: try Self.conversation(of: seen.mandate, for: viewer, at: world.now, on: connection),
                official: isSide
                    ? try OfficialMandateStore().mandates(of: seen.mandate.citizen, for: seen.mandate.service, on: connection)
                    : [])
        }
    }

    private static func conversation(
        of mandate: Mandate, for viewer: Account, at instant: Instant, on connection: any Connection
    ) throws(StorageError) -> HelperMatchID? {
        guard mandate.isSide(viewer.id), let match = try MatchedPairStore().match(of: mandate.id, on: connection),
            try MatchedPairStore().pair(match, for: viewer.id, at: instant, on: connection) != nil
        else { return nil }
        return match
    }

    private func decide(
        _ id: MandateID, by person: Account, _ action: AuditAction,
        _ deed: @escaping @Sendable (Mandate, any Connection) throws -> Bool
    ) async throws {
        try await database.decide(
            about: { [world] connection in
                guard let mandate = try MandateStore().mandate(id, for: person, on: connection)?.mandate else {
                    throw MandateMissing()
                }
                return (mandate, .mandate(action, mandate, by: person.id, at: world.now))
            }, deed)
    }
}

extension AuditEntry {
    static func mandate(_ action: AuditAction, _ mandate: Mandate, by actor: AccountID, at instant: Instant) -> AuditEntry {
        AuditEntry(
            action, AuditObject("mandate", mandate.id.rawValue), at: instant, by: actor, about: mandate.citizen,
            onBehalfOf: actor == mandate.citizen ? nil : mandate.citizen, mandate: mandate.id, for: .mandate)
    }
}
