import Accounts
import Audit
import Storage
import Testing

@Suite struct RegistrationTests {
    let house = TestHouse()

    @Test func `two learners of one name get different login names`() async throws {
        #expect(try await house.learner("Fatma").loginName.rawValue == "fatma")
        #expect(try await house.learner("Fatma").loginName.rawValue == "fatma 2")
    }

    @Test func `no account remains where what goes with it fails`() async throws {
        struct GroupFull: Error {}
        let carla = Account(id: house.world.newID(), organisation: nil, name: "Carla", loginName: nil, roles: [.coach])
        await #expect(throws: GroupFull.self) {
            try await house.registration.registerLearner("Anna", by: carla) { _, _ in throw GroupFull() }
        }
        let name = try #require(LoginName(rawValue: "anna"))
        let anna = try await house.database.read { try AccountStore().account(named: name, on: $0) }
        #expect(anna == nil)
    }

    @Test func `a name without letters is refused`() async throws {
        await #expect(throws: RegistrationRefusal.nameUnusable) { try await house.learner("!!") }
        await #expect(throws: RegistrationRefusal.nameMissing) { try await house.learner("  ") }
    }

    @Test func `a set-up link works once`() async throws {
        let (_, token) = try await house.registration.registerStaff(
            "Carla", roles: [.coach], organisation: nil, by: nil)
        let code = Authenticator(derivedFrom: token).code(at: house.now)
        _ = try await house.setUp.finish(
            token, password: TestHouse.password, repeated: TestHouse.password, oneTimeCode: code, address: "1")
        await #expect(throws: SetUpRefusal.linkEnded) { try await house.setUp.account(of: token) }
    }

    @Test func `an administrator who is invited again keeps the account`() async throws {
        let (first, _) = try await house.registration.inviteAdministrator("beheerder", origin: .command)
        let (second, token) = try await house.registration.inviteAdministrator("beheerder", origin: .command)
        #expect(first.id == second.id)
        #expect(try await house.setUp.account(of: token).id == first.id)
    }

    @Test func `a set-up link ends after seven days`() async throws {
        let (_, token) = try await house.registration.registerStaff(
            "Carla", roles: [.coach], organisation: nil, by: nil)
        house.clock.advance(by: .days(7))
        await #expect(throws: SetUpRefusal.linkEnded) { try await house.setUp.account(of: token) }
    }

    @Test(arguments: [("kort", PasswordRefusal.tooShort), ("aaaaaaaaaaaaaa", .tooSimple), ("carla-en-de-anderen", .holdsName)])
    func `a password that is easy to guess is refused`(text: String, refusal: PasswordRefusal) throws {
        let name = try #require(LoginName(rawValue: "carla"))
        #expect(throws: refusal) { try Password(text, for: name) }
    }

    @Test func `no password or code stands in the database`() async throws {
        let card = try await house.learner("Fatma")
        _ = try await house.staff("Carla", roles: [.coach])
        let hashes = try await house.database.read { connection in
            try connection.rows("SELECT hash FROM secret").map { row throws(StorageError) -> String in try row["hash"] }
        }
        #expect(hashes.count == 2)
        #expect(hashes.allSatisfy { $0.hasPrefix("$argon2id$") && !$0.contains(card.code.text) })
    }

    @Test func `a new card ends the old code and every session`() async throws {
        let card = try await house.learner("Fatma")
        let (token, fatma) = try await house.signIn.signIn(
            .init(name: "fatma", secret: card.code.text, address: "1"), kind: .shared)
        let carla = Account(id: house.world.newID(), organisation: nil, name: "Carla", loginName: nil, roles: [.coach])
        let renewed = try await house.registration.renewCode(of: fatma, by: carla)
        #expect(try await house.session(token) == nil)
        #expect(renewed.loginName == card.loginName)
    }
}
