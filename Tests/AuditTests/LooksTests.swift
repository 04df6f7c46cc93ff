import Storage
import Synchronization
import Testing

@testable import Audit

@Suite struct LooksTests {
    private let house: AuditHouse
    init() throws { house = try AuditHouse() }

    private func looks(after duration: Duration) -> Looks {
        Looks(database: house.database, clock: Clock { AuditHouse.start + duration })
    }

    private func count(about person: AccountID) async throws -> Int {
        try await house.database.read { try AuditLog().entries(about: person, on: $0).count }
    }

    @Test func `of one person at another one look a day is kept`() async throws {
        for hours in [0, 1, 23] {
            try await looks(after: .hours(hours)).keep(
                "learner.progress-seen", at: [house.fatma, house.bram, house.fatma], by: house.carla, for: .coaching)
        }
        #expect(try await count(about: house.fatma) == 1)
        #expect(try await count(about: house.bram) == 1)
        try await looks(after: .hours(24)).keep(
            "learner.progress-seen", at: [house.fatma, house.bram], by: house.carla, for: .coaching)
        #expect(try await count(about: house.fatma) == 2)
        #expect(try await house.verify() == [])
    }

    @Test func `another look, another viewer and another person are looks of their own`() async throws {
        let looks = looks(after: .zero)
        try await looks.keep("learner.progress-seen", at: [house.fatma], by: house.carla, for: .coaching)
        try await looks.keep("mandate.listed", at: [house.fatma], by: house.carla, for: .mandate)
        try await looks.keep("learner.progress-seen", at: [house.fatma], by: house.bram, for: .coaching)
        #expect(try await count(about: house.fatma) == 3)
        try await looks.keep("learner.progress-seen", at: [house.fatma, house.bram], by: house.carla, for: .coaching)
        #expect(try await count(about: house.fatma) == 3)
        #expect(try await count(about: house.bram) == 1)
    }

    @Test func `who looks at oneself leaves none`() async throws {
        try await looks(after: .zero).keep("mandate.listed", at: [house.bram], by: house.bram, for: .mandate)
        #expect(try await count(about: house.bram) == 0)
    }
}
