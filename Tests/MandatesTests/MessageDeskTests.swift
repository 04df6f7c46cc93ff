import Accounts
import Audit
import Courseware
import Storage
import Testing

@testable import Mandates

/// Messages on the real database.
@Suite struct MessageDeskTests {
    private func send(_ house: MandateHouse, _ text: String, by person: Account, in match: HelperMatchID) async throws {
        try await house.messages.send(text, in: match, by: person, form: house.world.newID())
    }

    private func unread(_ house: MandateHouse, _ person: Account) async throws -> Int {
        try await house.database.read { [now = house.now] connection in
            try Inbox(of: person.id, at: now, on: connection).messages.reduce(0) { sum, message in
                if case .unread(let count, _) = message { sum + count } else { sum }
            }
        }
    }

    @Test func `what one writes is new for the other until it is read`() async throws {
        let house = try await MandateHouse()
        let match = try await house.matched(try house.service)
        try await send(house, "Dinsdag om 10 uur?", by: house.bram, in: match)
        house.advance(by: .minutes(1))
        try await send(house, "Neem uw telefoon mee.", by: house.bram, in: match)
        #expect(try await unread(house, house.fatma) == 2)
        #expect(try await unread(house, house.bram) == 0)
        let read = try #require(try await house.messages.conversation(in: match, for: house.fatma))
        #expect(read.messages.map(\.text) == ["Dinsdag om 10 uur?", "Neem uw telefoon mee."])
        #expect(try await unread(house, house.fatma) == 0)
        house.advance(by: .minutes(1))
        try await send(house, "Dat is goed.", by: house.fatma, in: match)
        #expect(try await unread(house, house.bram) == 1)
    }

    @Test func `what is refused is in the log without a word of it, and nowhere else`() async throws {
        let house = try await MandateHouse()
        let match = try await house.matched(try house.service)
        for writer in [house.fatma, house.bram] {
            for (text, secret) in [
                ("nummer 123456782", SecretLike.citizenNumber), ("De code is 482913", .code), ("wachtwoord: zomer2026", .password),
            ] {
                await #expect(throws: MessageRefusal.secret(secret)) { try await send(house, text, by: writer, in: match) }
            }
        }
        let left = try await house.messages.conversation(in: match, for: house.fatma)
        #expect(left?.messages == [])
        let log = try await house.database.read { try AuditLog().entries(about: house.fatma.id, on: $0) }
            .filter { $0.action == .messageSent }
        #expect(log.count == 6)
        #expect(
            log.prefix(3).reversed().map(\.result) == [
                .refused(reason: "secret-citizen-number"), .refused(reason: "secret-code"), .refused(reason: "secret-password"),
            ])
    }

    @Test func `a form that comes twice counts once`() async throws {
        let house = try await MandateHouse()
        let match = try await house.matched(try house.service)
        let form: MessageID = house.world.newID()
        for _ in 0..<2 { try await house.messages.send("Hallo", in: match, by: house.bram, form: form) }
        #expect(try await house.messages.conversation(in: match, for: house.bram)?.messages.count == 1)
    }

    @Test func `nobody else reads it, a coordinator neither`() async throws {
        let house = try await MandateHouse()
        let match = try await house.matched(try house.service)
        try await send(house, "Hallo", by: house.bram, in: match)
        for other in [house.karim, house.carla, try await house.person("wim", .helper)] {
            #expect(try await house.messages.conversation(in: match, for: other) == nil)
            await #expect(throws: MandateMissing.self) { try await send(house, "Hallo", by: other, in: match) }
            await #expect(throws: MandateMissing.self) {
                try await house.messages.call(in: match, by: other, form: house.world.newID())
            }
        }
    }

    @Test func `before both said yes nobody can write`() async throws {
        let house = try await MandateHouse()
        let (request, match): (HelpRequestID, HelperMatchID) = (try await house.asked(try house.service), house.world.newID())
        try await house.help.match(request, with: house.bram.id, by: house.karim, form: match)
        await #expect(throws: MandateMissing.self) { try await send(house, "Hallo", by: house.bram, in: match) }
        try await house.help.answer(match, by: house.bram, accepts: true)
        await #expect(throws: MandateMissing.self) { try await send(house, "Hallo", by: house.bram, in: match) }
        try await house.help.answer(match, by: house.fatma, wants: true)
        try await send(house, "Hallo", by: house.bram, in: match)
    }

    @Test func `a pause silences the helper, and the end both`() async throws {
        let house = try await MandateHouse()
        let id = try await house.active()
        let match = try #require(try await house.database.read { try MatchedPairStore().match(of: id, on: $0) })
        try await house.desk.happen(.suspended, to: id, by: house.karim, form: house.world.newID())
        await #expect(throws: MessageRefusal.suspended) { try await send(house, "Hallo", by: house.bram, in: match) }
        try await send(house, "Ik begrijp het niet.", by: house.fatma, in: match)
        try await house.desk.happen(.resumed, to: id, by: house.karim, form: house.world.newID())
        try await send(house, "Hallo", by: house.bram, in: match)
        try await house.desk.happen(.revoked(.own), to: id, by: house.fatma, form: house.world.newID())
        for writer in [house.fatma, house.bram] {
            await #expect(throws: MessageRefusal.ended) { try await send(house, "Hallo", by: writer, in: match) }
        }
        #expect(try await house.messages.conversation(in: match, for: house.bram)?.messages.count == 2)
    }

    @Test func `each of the two calls the coordinator, who settles it`() async throws {
        let house = try await MandateHouse()
        let match = try await house.matched(try house.service)
        func waiting() async throws -> [WaitingCall] {
            try await house.database.read { try CoordinatorCallStore().waiting(in: house.oefenstad.id, on: $0) }
        }
        for person in [house.fatma, house.bram] {
            for _ in 0..<2 { try await house.messages.call(in: match, by: person, form: house.world.newID()) }
            let call = try #require(try await waiting().first)
            #expect(try await waiting().count == 1)
            #expect(call.call.by == person.id)
            #expect(try await house.messages.conversation(in: match, for: house.fatma)?.isCoordinatorCalled == true)
            let elsewhere = try await house.person("elders-\(person.id)", .coordinator, in: try await other(house))
            for stranger in [house.bram, house.carla, elsewhere] {
                #expect(try await !house.messages.settle(call.call.id, by: stranger))
            }
            #expect(try await house.messages.settle(call.call.id, by: house.karim))
            #expect(try await !house.messages.settle(call.call.id, by: house.karim))
            #expect(try await waiting().isEmpty)
        }
    }

    private func other(_ house: MandateHouse) async throws -> OrganisationID {
        let organisation = Organisation(id: house.world.newID(), name: "Elders")
        try await house.database.write { [now = house.now] in
            try OrganisationStore().insert(organisation, by: nil, at: now, on: $0)
        }
        return organisation.id
    }

    @Test func `a no to an act after the end calls the coordinator, once`() async throws {
        let house = try await MandateHouse()
        let id = try await house.active()
        let (act, other) = (try house.act(), try house.act())
        for act in [act, other] { try await house.desk.record(act, with: id, by: house.bram, proof: house.proof) }
        try await house.desk.happen(.revoked(.own), to: id, by: house.fatma, form: house.world.newID())
        try await house.desk.answer(act.id, of: id, .wrong, by: house.fatma, form: house.world.newID())
        try await house.desk.answer(other.id, of: id, .right, by: house.fatma, form: house.world.newID())
        await #expect(throws: MandateRefusal.answeredAlready) {
            try await house.desk.answer(act.id, of: id, .wrong, by: house.fatma, form: house.world.newID())
        }
        let calls = try await house.database.read { try CoordinatorCallStore().waiting(in: house.oefenstad.id, on: $0) }
        #expect(calls.map(\.call.act) == [act.id])
        #expect(calls.map(\.mandate) == [id])
    }
}
