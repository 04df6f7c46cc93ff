import Accounts
import Audit
import Courseware
import Storage
import Testing

@testable import Mandates

/// Asking whether the paper of a mandate still holds, on a real database.
@Suite struct CheckDeskTests {
    let house: MandateHouse

    init() async throws { house = try await MandateHouse() }

    private func form<Subject>() -> Identifier<Subject> { house.world.newID() }

    private func answer(_ code: CheckCode) async throws -> CheckedMandate.Answer? {
        let now = house.now
        return try await house.check.check(code, by: nil, from: "192.0.2.1")?.answer(at: now)
    }

    /// The looks at the mandate in the log.
    private func looks(_ id: MandateID) async throws -> [AuditEntry] {
        try await house.database.read { try AuditLog().entries(of: id, on: $0).filter { $0.action == .mandateChecked } }
    }

    @Test func `a code is made with the yes, and not before`() async throws {
        let id = try await house.offered()
        #expect(try await house.code(of: id) == nil)
        try await house.consent(to: id)
        let code = try #require(try await house.code(of: id))
        let checked = try #require(try await house.check.check(code, by: nil, from: "192.0.2.1"))
        #expect(checked.mandate.id == id)
        #expect(checked.citizen.text == "F." && checked.helper.text == "B.")
        let onPaper = try await house.offered()
        try await house.desk.consentOnPaper(
            to: onPaper, signedBy: .citizen, sawPerson: true, sawPaper: true, by: house.carla, form: form())
        let other = try #require(try await house.code(of: onPaper))
        #expect(other != code)
        #expect(try await answer(other) == .valid)
    }

    @Test func `who did not agree has no code`() async throws {
        let id = try await house.offered()
        try await house.desk.happen(.refused, to: id, by: house.fatma, form: form())
        #expect(try await house.code(of: id) == nil)
    }

    @Test func `the answer follows what happens`() async throws {
        let service = try house.service
        let id = try await house.active()
        let code = try #require(try await house.code(of: id))
        #expect(try await answer(code) == .valid)
        try await house.desk.happen(.suspended, to: id, by: house.karim, form: form())
        #expect(try await answer(code) == .paused)
        try await house.desk.happen(.resumed, to: id, by: house.karim, form: form())
        #expect(try await answer(code) == .valid)
        try await house.desk.happen(.actWithdrawn(service.acts[0], .own), to: id, by: house.fatma, form: form())
        #expect(try await house.check.check(code, by: nil, from: "192.0.2.1")?.mandate.scope == Array(service.acts.dropFirst()))
        house.advance(by: .hours(1))
        try await house.desk.happen(.revoked(.own), to: id, by: house.fatma, form: form())
        let ended = house.now
        house.advance(by: .days(100))
        #expect(try await answer(code) == .ended)
        #expect(try await house.check.check(code, by: nil, from: "192.0.2.1")?.until(at: house.now) == ended)
    }

    @Test func `it ends at the millisecond that was agreed, and never comes back`() async throws {
        let id = try await house.active()
        let code = try #require(try await house.code(of: id))
        let end = try await house.mandate(id).validUntil
        house.advance(by: end - house.now - .milliseconds(1))
        #expect(try await answer(code) == .valid)
        house.advance(by: .milliseconds(1))
        #expect(try await answer(code) == .ended)
        house.advance(by: .days(4000))
        #expect(try await answer(code) == .ended)
    }

    @Test func `a renewed mandate has a code of its own, and the old one has ended`() async throws {
        let old = try await house.active()
        house.advance(by: .days(20))
        let service = try house.service
        let new = try await house.help.offerRenewal(
            of: old, for: .month, by: house.bram, service: service, text: try house.text)
        try await house.consent(to: new)
        let (first, second) = (
            try #require(try await house.code(of: old)), try #require(try await house.code(of: new))
        )
        #expect(try await answer(first) == .ended)
        #expect(try await answer(second) == .valid)
    }

    @Test func `a code that is gone is as unknown as one that never was`() async throws {
        let id = try await house.active()
        let code = try #require(try await house.code(of: id))
        let never = CheckCode(house.world.randomness)
        #expect(try await answer(never) == nil)
        try await house.database.write { [house] connection in
            try MandatesErasureStore(world: house.world).erase(
                house.fatma.id, by: house.fatma.id, at: house.now, on: connection)
        }
        #expect(try await answer(code) == nil)
        #expect(try await house.check.takeStatement(of: code, by: nil, from: "192.0.2.1") == nil)
        #expect(try await house.code(of: id) == nil)
    }

    @Test func `guessing is counted for each address`() async throws {
        let id = try await house.active()
        let code = try #require(try await house.code(of: id))
        for number in 0..<60 {
            let asked = number % 2 == 0 ? code : CheckCode(house.world.randomness)
            _ = try await house.check.check(asked, by: nil, from: "192.0.2.7")
        }
        await #expect(throws: TooManyTries.self) { _ = try await house.check.check(code, by: nil, from: "192.0.2.7") }
        await #expect(throws: TooManyTries.self) {
            _ = try await house.check.takeStatement(of: code, by: nil, from: "192.0.2.7")
        }
        #expect(try await house.check.check(code, by: nil, from: "192.0.2.8") != nil)
        house.advance(by: .minutes(16))
        #expect(try await house.check.check(code, by: nil, from: "192.0.2.7") != nil)
    }

    @Test func `a look stands in the log once an hour, and an unknown code leaves nothing`() async throws {
        let id = try await house.active()
        let code = try #require(try await house.code(of: id))
        for _ in 0..<5 { _ = try await answer(code) }
        let look = try #require(try await looks(id).first)
        #expect(try await looks(id).count == 1)
        #expect(look.actor == nil && look.subject == house.fatma.id && look.purpose == .mandate)
        _ = try await house.check.check(code, by: house.carla, from: "192.0.2.1")
        _ = try await house.check.check(code, by: house.fatma, from: "192.0.2.1")
        #expect(try await looks(id).map(\.actor) == [house.carla.id, nil], "who looks at their own leaves none")
        house.advance(by: .minutes(61))
        _ = try await answer(code)
        #expect(try await looks(id).count == 3)
        let before = try await house.database.read { try AuditLog().page(AuditFilter(), size: 1000, on: $0).count }
        for _ in 0..<5 { _ = try await answer(CheckCode(house.world.randomness)) }
        let after = try await house.database.read { try AuditLog().page(AuditFilter(), size: 1000, on: $0).count }
        #expect(after == before)
    }

    @Test func `a statement is for who may see the mandate, or has its code, while it holds`() async throws {
        let id = try await house.active()
        let code = try #require(try await house.code(of: id))
        let stranger = try await house.person("Wim", .helper)
        #expect(try await house.check.takeStatement(of: id, by: stranger) == nil)
        #expect(try await house.check.takeStatement(of: id, by: house.fatma)?.code == code)
        #expect(try await house.check.takeStatement(of: id, by: house.bram)?.code == code)
        #expect(try await house.check.takeStatement(of: code, by: nil, from: "192.0.2.1")?.mandate.id == id)
        let taken = try await house.log(of: id).filter { $0 == "statement.issued" }
        #expect(taken.count == 2, "of Bram and of the visitor")
        try await house.desk.happen(.suspended, to: id, by: house.karim, form: form())
        #expect(try await house.check.takeStatement(of: id, by: house.fatma) == nil)
        #expect(try await house.check.takeStatement(of: code, by: nil, from: "192.0.2.1") == nil)
    }
}
