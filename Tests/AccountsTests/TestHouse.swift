import Accounts
import Foundation
import Storage
import Synchronization
import TestDatabase

/// A real database in a folder of its own, a clock that stands still, and two or three people.
final class TestHouse: Sendable {
    static let password = "vier-vrolijke-vogels"

    let clock = TestClock()
    let database: any Database
    let hasher = SecretHasher(cost: .least, threads: 2)

    init() {
        database = try! TestDatabase.open(clock: clock.clock)
    }

    var world: World { World(clock: clock.clock, randomness: .system) }
    var now: Instant { clock.now }
    var signIn: SignIn { SignIn(database: database, hasher: hasher, world: world) }
    var setUp: SetUp { SetUp(database: database, hasher: hasher, world: world) }
    var registration: Registration {
        Registration(
            database: database, hasher: hasher, world: world, words: { ["fiets", "tulp", "brood", "boot", "kaas"] })
    }

    /// A learner who took a name in a browser.
    func learner(_ name: String) async throws -> LoginCard {
        let account = try await database.write { [registration, world] in
            try registration.registerBrowser(SessionToken(world.randomness), address: "1", on: $0)
        }
        return try await registration.takeName(name, for: account)
    }

    /// Somebody of the staff who opened the set-up link.
    func staff(_ name: String, roles: Set<Role>) async throws -> Authenticator {
        let (_, token) = try await registration.registerStaff(name, roles: roles, organisation: nil, by: nil)
        let authenticator = Authenticator(derivedFrom: token)
        _ = try await setUp.finish(
            token, password: Self.password, repeated: Self.password, oneTimeCode: authenticator.code(at: now),
            address: "1")
        return authenticator
    }

    func session(_ token: SessionToken) async throws -> Session? {
        try await database.read { [now] in try SessionStore().session(token, at: now, on: $0) }
    }
}

/// Time that passes when a test says so.
final class TestClock: Sendable {
    private let instant = Mutex(Instant(milliseconds: 1_795_500_000_000))

    var now: Instant { instant.withLock(\.self) }
    var clock: Clock { Clock { [self] in now } }
    func advance(by duration: Duration) { instant.withLock { $0 = $0 + duration } }
}

extension Authenticator {
    func code(at instant: Instant) -> String { code(in: Authenticator.step(at: instant)) }
}
