import Accounts
import Audit
import Courseware
import Storage
import Testing

@testable import Mandates

/// Old messages go away by themselves.
@Suite struct ContactHousekeepingTests {
    /// How many messages and appointments are in the database.
    private func left(_ house: MandateHouse) async throws -> [Int] {
        try await house.database.read { connection in
            [
                try connection.rows("SELECT 1 FROM message").count, try connection.rows("SELECT 1 FROM appointment").count,
                try connection.rows("SELECT 1 FROM appointment_event").count,
                try connection.rows("SELECT 1 FROM message_reading").count,
            ]
        }
    }

    private func write(_ house: MandateHouse, in match: HelperMatchID) async throws {
        try await house.messages.send("Tot dan!", in: match, by: house.bram, form: house.world.newID())
        _ = try await house.messages.conversation(in: match, for: house.fatma)
        let id: AppointmentID = house.world.newID()
        let slot = AppointmentSlot(start: house.now + .days(1), minutes: 60, place: .phone)
        try await house.appointments.propose(slot, in: match, by: house.bram, form: id)
        try await house.appointments.happen(.accepted, to: id, by: house.fatma, form: house.world.newID())
    }

    @Test func `ninety days after the end they go, to the millisecond`() async throws {
        let house = try await MandateHouse()
        let id = try await house.active()
        let match = try #require(try await house.database.read { try MatchedPairStore().match(of: id, on: $0) })
        try await write(house, in: match)
        house.advance(by: .days(2))
        try await house.desk.happen(.revoked(.own), to: id, by: house.fatma, form: house.world.newID())
        house.advance(by: .days(90) - .milliseconds(1))
        #expect(try await house.housekeeping.deleteOld() == 0)
        #expect(try await left(house) == [1, 1, 1, 1])
        #expect(try await house.messages.conversation(in: match, for: house.fatma)?.messages.count == 1)
        house.advance(by: .milliseconds(1))
        #expect(try await house.messages.conversation(in: match, for: house.fatma) == nil)
        #expect(try await house.appointments.appointments(of: house.fatma).isEmpty)
        #expect(try await house.housekeeping.deleteOld() == 1)
        #expect(try await left(house) == [0, 0, 0, 0])
        #expect(try await house.housekeeping.deleteOld() == 0)
        let log = try await house.database.read { try AuditLog().entries(about: house.fatma.id, on: $0) }
            .filter { $0.action == .messagesDeleted }
        #expect(log.count == 1)
        #expect(log.first?.actor == nil)
    }

    @Test func `where the mandate runs out by itself, its last day counts`() async throws {
        let house = try await MandateHouse()
        let id = try await house.active()
        let match = try #require(try await house.database.read { try MatchedPairStore().match(of: id, on: $0) })
        try await write(house, in: match)
        house.advance(by: .days(30 + 90) - .milliseconds(1))
        #expect(try await house.housekeeping.deleteOld() == 0)
        house.advance(by: .milliseconds(1))
        #expect(try await house.housekeeping.deleteOld() == 1)
    }

    @Test func `without a mandate they go as well, and of others nothing does`() async throws {
        let house = try await MandateHouse()
        let old = try await house.matched(try house.service)
        try await write(house, in: old)
        house.advance(by: .days(149))
        let young = try await house.matched(try house.service)
        try await write(house, in: young)
        #expect(try await house.housekeeping.deleteOld() == 0)
        house.advance(by: .days(1))
        #expect(try await house.housekeeping.deleteOld() == 1)
        #expect(try await house.messages.conversation(in: young, for: house.fatma)?.messages.count == 1)
    }
}
