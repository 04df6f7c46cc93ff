package import Accounts
package import Audit
package import Storage

/// What a citizen and a helper write to each other. Nobody else reads it, a coordinator neither; each of the two can
/// call the coordinator.
package struct MessageDesk: Sendable {
    private let database: any Database
    private let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// All that the two wrote; from now on this one has read it. Nothing for who is none of them.
    package func conversation(in match: HelperMatchID, for person: Account) async throws -> Conversation? {
        let found = try await database.read { [world] connection in
            try Conversation(in: match, for: person.id, at: world.now, on: connection)
        }
        guard let found, found.unread > 0 else { return found }
        try await database.write { try MessageStore().read(match, by: person.id, at: found.readUntil, on: $0) }
        return found
    }

    package func send(_ text: String, in match: HelperMatchID, by person: Account, form: MessageID) async throws {
        let message = Message(id: form, by: person.id, at: world.now, text: text)
        try await database.decide(
            about: { [world] connection in
                let pair = try pair(match, for: person, on: connection)
                return (pair, .contact(.messageSent, AuditObject("message", form.rawValue), pair, by: person.id, at: world.now))
            },
            { pair, connection in
                try pair.check(message)
                return try MessageStore().insert(message, to: match, on: connection)
            })
    }

    /// Asks the coordinator to come in; while that waits, asking again changes nothing.
    package func call(in match: HelperMatchID, by person: Account, form: CoordinatorCallID) async throws {
        try await database.write { [world] connection in
            let pair = try pair(match, for: person, on: connection)
            let call = CoordinatorCall(id: form, match: match, act: nil, by: person.id, at: world.now)
            guard try CoordinatorCallStore().insert(call, on: connection) else { return }
            try AuditLog().append(
                .contact(
                    .coordinatorCalled, AuditObject("coordinator-call", form.rawValue), pair, by: person.id, at: world.now),
                on: connection)
        }
    }

    /// The coordinator has spoken with them.
    package func settle(_ call: CoordinatorCallID, by coordinator: Account) async throws -> Bool {
        try await database.write { [world] connection in
            guard let organisation = coordinator.organisation, coordinator.has(.coordinator),
                let waiting = try CoordinatorCallStore().waiting(in: organisation, on: connection)
                    .first(where: { $0.call.id == call }), !waiting.pair.isSide(coordinator.id)
            else { return false }
            try CoordinatorCallStore().settle(call, by: coordinator.id, at: world.now, on: connection)
            try AuditLog().append(
                .contact(
                    .callSettled, AuditObject("coordinator-call", call.rawValue), waiting.pair, by: coordinator.id,
                    at: world.now), on: connection)
            return true
        }
    }

    private func pair(
        _ match: HelperMatchID, for person: Account, on connection: any Connection
    ) throws -> MatchedPair {
        guard let pair = try MatchedPairStore().pair(match, for: person.id, at: world.now, on: connection) else {
            throw MandateMissing()
        }
        return pair
    }
}

/// What two wrote, as one of them reads it.
package struct Conversation: Sendable {
    package let pair: MatchedPair
    /// The oldest first.
    package let messages: [Message]
    package let unread: Int
    /// One of the two asked for the coordinator, who has not settled it yet.
    package let isCoordinatorCalled: Bool

    fileprivate init?(
        in match: HelperMatchID, for person: AccountID, at instant: Instant, on connection: any Connection
    ) throws(StorageError) {
        guard let pair = try MatchedPairStore().pair(match, for: person, at: instant, on: connection) else { return nil }
        self.pair = pair
        messages = try MessageStore().messages(of: match, on: connection)
        unread = try MessageStore().unread(of: [match], by: person, on: connection)[match] ?? 0
        isCoordinatorCalled = try CoordinatorCallStore().waits(match, on: connection)
    }

    /// A message that comes in while somebody reads stays new.
    fileprivate var readUntil: Instant { messages.last?.at ?? pair.agreedAt }
}

extension AuditAction {
    package static let messageSent: Self = "message.sent"
    package static let messagesDeleted: Self = "message.deleted"
    package static let coordinatorCalled: Self = "coordinator.called"
    package static let callSettled: Self = "coordinator.settled"
}
