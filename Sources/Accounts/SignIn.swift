package import Audit
package import Storage

/// Signing in and out.
package struct SignIn: Sendable {
    /// What was typed. `oneTimeCode` is empty for learners.
    package struct Attempt: Sendable {
        package let name: String
        package let secret: String
        package let oneTimeCode: String
        package let address: String

        package init(name: String, secret: String, oneTimeCode: String = "", address: String) {
            self.name = name
            self.secret = secret
            self.oneTimeCode = oneTimeCode
            self.address = address
        }
    }

    private let database: any Database
    private let hasher: SecretHasher
    private let world: World

    package init(database: any Database, hasher: SecretHasher, world: World) {
        self.database = database
        self.hasher = hasher
        self.world = world
    }

    /// Opens a session. Which of name, secret and one-time code was wrong is never told.
    package func signIn(_ attempt: Attempt, kind: SessionKind) async throws -> (SessionToken, Account) {
        try await countTry(attempt)
        guard let name = LoginName(rawValue: attempt.name) else { throw SignInRefusal.wrong }
        let (account, hash, authenticator) = try await database.read { connection in
            let account = try AccountStore().account(named: name, on: connection)
            return (
                account,
                try account.flatMap { try SecretStore().hash(of: $0.id, on: connection) },
                try account.flatMap { try AuthenticatorStore().authenticator(of: $0.id, on: connection) }
            )
        }
        let secret = account?.isStaff == true ? attempt.secret : LoginCode.normalised(attempt.secret)
        guard await hasher.verify(secret, hash), let account else { try await refuse(account) }
        guard let authenticator else {
            if account.isStaff { try await refuse(account) }
            return (try await open(kind, of: account), account)
        }
        guard
            let step = authenticator.authenticator.step(
                showing: attempt.oneTimeCode, at: world.now, after: authenticator.usedStep)
        else { try await refuse(account) }
        return (try await open(.shared, of: account, using: step), account)
    }

    /// Whether this is the learner's code or the staff member's password: asked again before something weighty.
    package func confirms(_ typed: String, _ account: Account) async throws -> Bool {
        try await database.write { [world] in
            try TryLimit.consentByAccount.count(account.id.rawValue, at: world.now, on: $0)
        }
        let hash = try await database.read { try SecretStore().hash(of: account.id, on: $0) }
        return await hasher.verify(account.isStaff ? typed : LoginCode.normalised(typed), hash)
    }

    /// Takes a one-time code in the middle of a session: whether it was right. Nobody else need have sat down there.
    package func proves(_ code: String, _ account: Account, in token: SessionToken) async throws -> Bool {
        try await database.write { [world] connection in
            try TryLimit.proofByAccount.count(account.id.rawValue, at: world.now, on: connection)
            guard let known = try AuthenticatorStore().authenticator(of: account.id, on: connection),
                let step = known.authenticator.step(showing: code, at: world.now, after: known.usedStep),
                try AuthenticatorStore().use(step, of: account.id, on: connection)
            else {
                try AuditLog().append(.proof(account, .refused(reason: "wrong"), at: world.now), on: connection)
                return false
            }
            try SessionStore().prove(token, at: world.now, on: connection)
            try AuditLog().append(.proof(account, .done, at: world.now), on: connection)
            return true
        }
    }

    package func signOut(_ token: SessionToken) async throws {
        try await database.write { [world] in try SessionStore().end(token, at: world.now, on: $0) }
    }

    private func countTry(_ attempt: Attempt) async throws {
        try await database.write { [world] connection in
            try TryLimit.signInByAddress.count(attempt.address, at: world.now, on: connection)
            let name = LoginName(rawValue: attempt.name)?.rawValue ?? ""
            try TryLimit.signInByName.count(name, at: world.now, on: connection)
        }
    }

    private func open(_ kind: SessionKind, of account: Account, using step: Int? = nil) async throws -> SessionToken {
        let token = SessionToken(world.randomness)
        try await database.write { [world] connection in
            if let step, try !AuthenticatorStore().use(step, of: account.id, on: connection) {
                throw SignInRefusal.wrong
            }
            try SessionStore().insert(token, kind, of: account.id, at: world.now, on: connection)
            try AuditLog().append(.signIn(account, at: world.now), on: connection)
        }
        return token
    }

    private func refuse(_ account: Account?) async throws -> Never {
        if let account {
            try await database.write { [world] connection in
                var entry = AuditEntry.signIn(account, at: world.now)
                entry.result = .refused(reason: "wrong")
                try AuditLog().append(entry, on: connection)
            }
        }
        throw SignInRefusal.wrong
    }
}

package enum SignInRefusal: Error, Equatable {
    /// Name, secret or one-time code do not belong together.
    case wrong
}

extension AuditAction {
    package static let signIn: Self = "session.opened"
    package static let proof: Self = "session.proved"
}

extension AuditEntry {
    fileprivate static func proof(_ account: Account, _ result: Result, at instant: Instant) -> AuditEntry {
        AuditEntry(
            .proof, AuditObject("account", account.id.rawValue), at: instant, by: account.id, about: account.id,
            for: .access, result: result)
    }

    fileprivate static func signIn(_ account: Account, at instant: Instant) -> AuditEntry {
        AuditEntry(
            .signIn, AuditObject("account", account.id.rawValue), at: instant, by: account.id, about: account.id,
            for: .access)
    }
}
