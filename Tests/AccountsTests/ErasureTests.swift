import Accounts
import Audit
import Storage
import Testing

@Suite struct ErasureTests {
    let house = TestHouse()
    private var erasure: Erasure { Erasure(database: house.database, world: house.world, rooms: []) }

    private func account(_ id: AccountID) async throws -> Account {
        try #require(try await house.database.read { try AccountStore().account(id, on: $0) })
    }

    private func person(_ roles: Set<Role>, in organisation: OrganisationID?) -> Account {
        Account(id: house.world.newID(), organisation: organisation, name: nil, loginName: nil, roles: roles)
    }

    @Test func `who may erase whom`() {
        let (here, elsewhere): (OrganisationID, OrganisationID) = (house.world.newID(), house.world.newID())
        let learner = person([.learner], in: here)
        let nobodys = person([.learner], in: nil)
        let coach = person([.coach], in: here)
        let coordinator = person([.coordinator], in: here)
        let free = person([.coordinator], in: nil)
        let other = person([.coordinator], in: elsewhere)
        let administrator = person([.administrator], in: nil)
        let answers: [(Account, [Account])] = [
            (learner, [learner]), (coach, []), (coordinator, [learner]), (other, []), (free, []), (nobodys, [nobodys]),
            (administrator, [learner, nobodys, coach, coordinator, free, other]),
        ]
        let all = [learner, nobodys, coach, coordinator, free, other, administrator]
        for (eraser, allowed) in answers {
            for one in all { #expect(eraser.mayErase(one) == allowed.contains(one), "\(eraser.roles) \(one.roles)") }
        }
    }

    @Test func `an erased learner is nobody: no name, no session, no way back in`() async throws {
        let card = try await house.learner("Fatma")
        let attempt = SignIn.Attempt(name: "fatma", secret: card.code.text, address: "1")
        let (token, fatma) = try await house.signIn.signIn(attempt, kind: .personal)
        try await erasure.erase(fatma.id, by: fatma)
        #expect(try await house.session(token) == nil)
        await #expect(throws: SignInRefusal.wrong) { try await house.signIn.signIn(attempt, kind: .personal) }
        let left = try await account(fatma.id)
        #expect(left.name == nil && left.loginName == nil && left.roles.isEmpty && left.organisation == nil)
        #expect(try await erasure.person(fatma.id, for: fatma) == nil)
        await #expect(throws: ErasureRefusal.notYours) { try await erasure.erase(fatma.id, by: fatma) }
        #expect(try await AuditVerification(of: house.database, against: nil).faults == [])
        #expect(try await house.learner("Fatma").loginName.rawValue == "fatma")
    }

    @Test func `where one room cannot forget, nothing is forgotten`() async throws {
        struct Stubborn: Erasing {
            struct No: Error {}
            func erase(_ account: AccountID, by: AccountID, at: Instant, on: any Connection) throws { throw No() }
        }
        let fatma = try await account(try await house.learner("Fatma").account)
        let stubborn = Erasure(database: house.database, world: house.world, rooms: [Stubborn()])
        await #expect(throws: Stubborn.No.self) { try await stubborn.erase(fatma.id, by: fatma) }
        #expect(try await account(fatma.id) == fatma)
    }
}
