package import Accounts
import Audit
import Courseware
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
    package func consent(
        to id: MandateID, by citizen: Account, code: String, form: MandateEventID
    ) async throws {
        guard try await signIn.confirms(code, citizen) else {
            return try await decide(id, by: citizen, "mandate.consented") { _, _ in throw MandateRefusal.wrongCode }
        }
        try await keep(.consented, to: id, by: citizen, form)
    }

    /// Everything else that can happen to a mandate: a no, an end, a pause. Agreeing is not among it: that takes the
    /// three words.
    package func happen(
        _ kind: MandateEvent.Kind, to id: MandateID, by person: Account, form: MandateEventID
    ) async throws {
        guard kind != .consented else {
            return try await decide(id, by: person, "mandate.consented") { _, _ in throw MandateRefusal.wrongCode }
        }
        try await keep(kind, to: id, by: person, form)
    }

    private func keep(
        _ kind: MandateEvent.Kind, to id: MandateID, by person: Account, _ form: MandateEventID
    ) async throws {
        try await decide(id, by: person, AuditAction(rawValue: "mandate.\(kind.rawValue)")) { mandate, connection in
            if try MandateStore().isKnown(form, on: connection) { return false }
            let coordinates = person.has(.coordinator) && person.organisation == mandate.organisation
            try mandate.check(kind, by: person.id, coordinates: coordinates, at: world.now)
            let event = MandateEvent(id: form, kind: kind, by: person.id, at: world.now)
            try MandateStore().insert(event, to: id, on: connection)
            return true
        }
    }

    /// The helper records what was done.
    package func record(_ act: RecordedAct, with id: MandateID, by helper: Account) async throws {
        try await decide(id, by: helper, "act.recorded") { mandate, connection in
            if try MandateStore().isKnown(act.id, on: connection) { return false }
            try mandate.check(act)
            return try MandateStore().insert(act, to: id, on: connection)
        }
    }

    /// Runs the deed and keeps it in the log, done or refused; a form sent again does nothing more.
    ///
    /// - Parameter deed: whether it did anything.
    private func decide(
        _ id: MandateID, by person: Account, _ action: AuditAction,
        _ deed: @escaping @Sendable (Mandate, any Connection) throws -> Bool
    ) async throws {
        let refusal = try await database.write { [world] connection -> MandateRefusal? in
            guard let mandate = try MandateStore().mandate(id, for: person, on: connection)?.mandate else {
                throw MandateMissing()
            }
            var entry = AuditEntry(
                action, AuditObject("mandate", id.rawValue), at: world.now, by: person.id, about: mandate.citizen,
                onBehalfOf: person.id == mandate.citizen ? nil : mandate.citizen, mandate: id, for: .mandate)
            do {
                guard try deed(mandate, connection) else { return nil }
                try AuditLog().append(entry, on: connection)
                return nil
            } catch let refusal as MandateRefusal {
                entry.result = .refused(reason: refusal.reason)
                try AuditLog().append(entry, on: connection)
                return refusal
            }
        }
        if let refusal { throw refusal }
    }
}

/// There is no such mandate, or it is not for this person to see.
package struct MandateMissing: Error {}
