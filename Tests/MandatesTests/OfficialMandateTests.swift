import Accounts
import Audit
import Courseware
import Storage
import Testing

@testable import Mandates

/// What a citizen arranged at the real site.
@Suite struct OfficialMandateTests {
    private func note(
        _ house: MandateHouse, until day: Day?, isArranged: Bool = true, form: OfficialMandateID? = nil
    ) async throws {
        try await house.official.note(
            try house.highRisk.id, until: day, isArranged: isArranged, by: house.fatma, form: form ?? house.world.newID())
    }

    @Test func `it is noted once, shown until it is taken away, and kept in the log`() async throws {
        let house = try await MandateHouse()
        let (form, service) = (house.world.newID() as OfficialMandateID, try house.highRisk.id)
        for _ in 0..<2 { try await note(house, until: Day(house.now + .days(300)), form: form) }
        #expect(try await house.official.mandates(of: house.fatma, for: service).map(\.id) == [form])
        #expect(try await house.official.mandates(of: house.bram, for: service) == [])
        #expect(try await house.official.remove(form, by: house.bram) == nil)
        #expect(try await house.official.remove(form, by: house.fatma) == service)
        #expect(try await house.official.remove(form, by: house.fatma) == nil)
        let log = try await house.database.read { try AuditLog().entries(about: house.fatma.id, on: $0) }
        #expect(log.prefix(2).map(\.action) == [.officialMandateRemoved, .officialMandateNoted])
    }

    @Test func `its last day is today or later, and no more than ten years away`() async throws {
        let house = try await MandateHouse()
        let today = Day(house.now)
        let far = try #require(Day(rawValue: today.later(years: 10)))
        for (day, isFine) in [
            (nil, false), (Day(house.now - .days(1)), false), (today, true), (far, true), (Day(far.noon + .days(1)), false),
        ] as [(Day?, Bool)] {
            if isFine {
                try await note(house, until: day)
            } else {
                await #expect(throws: OfficialMandateRefusal.dayUnfit) { try await note(house, until: day) }
            }
        }
        await #expect(throws: OfficialMandateRefusal.notArranged) { try await note(house, until: today, isArranged: false) }
    }

    @Test func `the helper of a mandate for that service sees it, and who watches over it does not`() async throws {
        let house = try await MandateHouse()
        let id = try await house.active(try house.highRisk)
        try await note(house, until: Day(house.now + .days(300)))
        for (viewer, count) in [(house.fatma, 1), (house.bram, 1), (house.karim, 0), (house.carla, 0)] {
            #expect(try await house.desk.view(id, for: viewer)?.official.count == count)
        }
    }
}
