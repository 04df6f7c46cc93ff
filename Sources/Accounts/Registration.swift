package import Audit
package import Storage

/// How accounts come to be.
package struct Registration: Sendable {
    private let database: any Database
    private let hasher: SecretHasher
    private let world: World
    /// Simple words to make login codes of.
    private let words: @Sendable () -> [String]

    package init(
        database: any Database, hasher: SecretHasher, world: World, words: @escaping @Sendable () -> [String]
    ) {
        self.database = database
        self.hasher = hasher
        self.world = world
        self.words = words
    }

    /// An account without a name, for a browser in which somebody begins to learn; call it inside the `write` of
    /// the first deed.
    package func registerBrowser(
        _ token: SessionToken, address: String, on connection: any Connection
    ) throws -> Account {
        try TryLimit.newAccountsByAddress.count(address, at: world.now, on: connection)
        let account = Account(id: world.newID(), organisation: nil, name: nil, loginName: nil, roles: [.learner])
        try AccountStore().insert(account, at: world.now, on: connection)
        try SessionStore().insert(token, .browser, of: account.id, at: world.now, on: connection)
        return account
    }

    /// Gives the learner of this browser a name and a code, with which the progress is found again elsewhere.
    package func takeName(_ name: String, for account: Account) async throws -> LoginCard {
        try await issue(name, to: account, by: account, purpose: .learning)
    }

    /// Makes a learner of the coach's organisation, with a card to take home. What is `also` done with the new
    /// account shares the transaction: where it throws there is no account.
    package func registerLearner(
        _ name: String, by coach: Account,
        also deed: @escaping @Sendable (AccountID, any Connection) throws -> Void = { _, _ in }
    ) async throws -> LoginCard {
        let account = Account(
            id: world.newID(), organisation: coach.organisation, name: nil, loginName: nil, roles: [.learner])
        return try await issue(name, to: account, by: coach, purpose: .coaching, isNew: true, also: deed)
    }

    /// A new code for a learner who lost the card; the old code and all sessions end.
    package func renewCode(of account: Account, by coach: Account) async throws -> LoginCard {
        guard let name = account.name else { throw RegistrationRefusal.nameMissing }
        return try await issue(name, to: account, by: coach, purpose: .coaching)
    }

    /// An account for somebody of the staff, who chooses a password behind the set-up link.
    package func registerStaff(
        _ name: String, roles: Set<Role>, organisation: OrganisationID?, by granter: AccountID?,
        origin: AuditOrigin = .web
    ) async throws -> (Account, SetUpToken) {
        let name = try Self.checked(name)
        let token = SetUpToken(world.randomness)
        let account = try await database.write { [world] connection in
            let account = Account(
                id: world.newID(), organisation: organisation, name: name,
                loginName: try Self.freeName(name, on: connection), roles: roles)
            try AccountStore().insert(account, at: world.now, on: connection)
            try SetUpLinkStore().insert(token, for: account.id, at: world.now, on: connection)
            try AuditLog().append(
                AuditEntry(
                    .accountMade, AuditObject("account", account.id.rawValue), at: world.now, by: granter,
                    about: account.id, for: .administration, origin: origin), on: connection)
            return account
        }
        return (account, token)
    }

    /// An administrator by that name: the one there is gets a new link, and keeps the account; otherwise a new one.
    package func inviteAdministrator(_ name: String, origin: AuditOrigin) async throws -> (Account, SetUpToken) {
        let known = try await database.read { connection in
            try LoginName(rawValue: name).flatMap { try AccountStore().account(named: $0, on: connection) }
        }
        guard let known, known.has(.administrator) else {
            return try await registerStaff(name, roles: [.administrator], organisation: nil, by: nil, origin: origin)
        }
        let token = SetUpToken(world.randomness)
        try await database.write { [world] connection in
            try SetUpLinkStore().insert(token, for: known.id, at: world.now, on: connection)
            try AuditLog().append(
                AuditEntry(
                    .linkMade, AuditObject("account", known.id.rawValue), at: world.now, by: nil, about: known.id,
                    for: .administration, origin: origin), on: connection)
        }
        return (known, token)
    }

    private func issue(
        _ name: String, to account: Account, by issuer: Account, purpose: AuditPurpose, isNew: Bool = false,
        also deed: @escaping @Sendable (AccountID, any Connection) throws -> Void = { _, _ in }
    ) async throws -> LoginCard {
        let name = try Self.checked(name)
        let code = LoginCode(from: words(), world.randomness)
        let hash = await hasher.hash(code.text)
        return try await database.write { [world] connection in
            if isNew { try AccountStore().insert(account, at: world.now, on: connection) }
            let loginName = try account.loginName ?? Self.freeName(name, on: connection)
            try AccountStore().setName(name, loginName, of: account.id, on: connection)
            try SecretStore().set(.code, hash: hash, of: account.id, at: world.now, on: connection)
            if issuer.id != account.id {
                try SessionStore().endAll(of: account.id, at: world.now, on: connection)
            }
            try AuditLog().append(
                AuditEntry(
                    .codeIssued, AuditObject("account", account.id.rawValue), at: world.now, by: issuer.id,
                    about: account.id, for: purpose), on: connection)
            try deed(account.id, connection)
            return LoginCard(account: account.id, name: name, loginName: loginName, code: code)
        }
    }

    private static func checked(_ name: String) throws -> String {
        let name = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !name.isEmpty else { throw RegistrationRefusal.nameMissing }
        guard name.count <= 60, LoginName(rawValue: name) != nil else { throw RegistrationRefusal.nameUnusable }
        return name
    }

    /// The name itself, or with the first number that makes it free: "fatma", "fatma 2".
    private static func freeName(_ name: String, on connection: any Connection) throws -> LoginName {
        guard let wanted = LoginName(rawValue: name) else { throw RegistrationRefusal.nameUnusable }
        if try !AccountStore().isTaken(wanted, on: connection) { return wanted }
        for number in 2... {
            guard let numbered = wanted.numbered(number) else { break }
            if try !AccountStore().isTaken(numbered, on: connection) { return numbered }
        }
        throw RegistrationRefusal.nameUnusable
    }
}

/// What a learner needs to sign in anywhere. The code is shown once and never kept.
package struct LoginCard: Sendable {
    package let account: AccountID
    package let name: String
    package let loginName: LoginName
    package let code: LoginCode
}

package enum RegistrationRefusal: Error, Equatable {
    case nameMissing
    /// Too long, or without a letter or a digit.
    case nameUnusable
}

extension AuditAction {
    package static let accountMade: Self = "account.made"
    package static let linkMade: Self = "account.link-made"
    package static let codeIssued: Self = "account.code-issued"
}
