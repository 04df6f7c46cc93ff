package import Audit
package import Storage

/// Somebody of the staff opens the set-up link: chooses a password, and adds us to an authenticator app.
package struct SetUp: Sendable {
    private let database: any Database
    private let hasher: SecretHasher
    private let world: World

    package init(database: any Database, hasher: SecretHasher, world: World) {
        self.database = database
        self.hasher = hasher
        self.world = world
    }

    /// Whose link it is.
    package func account(of token: SetUpToken) async throws -> Account {
        let account = try await database.read { [world] in
            try SetUpLinkStore().account(token, at: world.now, on: $0)
        }
        guard let account else { throw SetUpRefusal.linkEnded }
        return account
    }

    /// Keeps password and authenticator, ends the link, and opens a session.
    package func finish(
        _ token: SetUpToken, password: String, repeated: String, oneTimeCode: String, address: String
    ) async throws -> SessionToken {
        try await database.write { [world] in try TryLimit.setUpByAddress.count(address, at: world.now, on: $0) }
        let account = try await account(of: token)
        guard let name = account.loginName else { throw SetUpRefusal.linkEnded }
        let password = try Password(password, for: name)
        guard password.text == repeated else { throw SetUpRefusal.repeatedDiffers }
        let authenticator = Authenticator(derivedFrom: token)
        guard let step = authenticator.step(showing: oneTimeCode, at: world.now, after: 0) else {
            throw SetUpRefusal.wrongCode
        }
        let hash = await hasher.hash(password.text)
        let session = SessionToken(world.randomness)
        try await database.write { [world] connection in
            guard try SetUpLinkStore().use(token, at: world.now, on: connection) else { throw SetUpRefusal.linkEnded }
            try SecretStore().set(.password, hash: hash, of: account.id, at: world.now, on: connection)
            try AuthenticatorStore().set(
                authenticator, usedStep: step, of: account.id, at: world.now, on: connection)
            try SessionStore().endAll(of: account.id, at: world.now, on: connection)
            try SessionStore().insert(session, .shared, of: account.id, at: world.now, on: connection)
            try AuditLog().append(
                AuditEntry(
                    .setUp, AuditObject("account", account.id.rawValue), at: world.now, by: account.id,
                    about: account.id, for: .access), on: connection)
        }
        return session
    }
}

extension Authenticator {
    /// The key shown with a set-up link. It follows from the link's secret, so that nothing need be kept before the
    /// form comes back, and the same link always shows the same key.
    package init(derivedFrom token: SetUpToken) {
        self.init(key: Array(SHA256.digest(of: Array("authenticator:\(token.text)".utf8)).prefix(20)))
    }
}

package enum SetUpRefusal: Error, Equatable {
    case linkEnded
    case repeatedDiffers
    case wrongCode
}

extension AuditAction {
    package static let setUp: Self = "account.set-up"
}
