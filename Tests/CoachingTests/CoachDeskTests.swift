import Accounts
import Audit
import Coaching
import Courseware
import Foundation
import Learning
import Storage
import TestDatabase
import Testing

@Suite struct CoachDeskTests {
    let database: any Database
    let world = World(clock: Clock { Instant(milliseconds: 1_795_500_000_000) }, randomness: .system)
    let oefenstad: OrganisationID
    let elders: OrganisationID

    init() async throws {
        database = try TestDatabase.open(clock: world.clock)
        oefenstad = world.newID()
        elders = world.newID()
        try await database.write { [world, oefenstad, elders] connection in
            for (id, name) in [(oefenstad, "Oefenstad"), (elders, "Elders")] {
                try OrganisationStore().insert(
                    Organisation(id: id, name: name), by: nil, at: world.now, on: connection)
            }
        }
    }

    private var desk: CoachDesk {
        let registration = Registration(
            database: database, hasher: SecretHasher(cost: .least, threads: 1), world: world,
            words: { ["fiets", "tulp", "brood"] })
        return CoachDesk(database: database, registration: registration, world: world)
    }

    private func staff(_ name: String, _ role: Role, in organisation: OrganisationID) async throws -> Account {
        let account = Account(
            id: world.newID(), organisation: organisation, name: name, loginName: LoginName(rawValue: name), roles: [role])
        try await database.write { [world] in try AccountStore().insert(account, at: world.now, on: $0) }
        return account
    }

    @Test func `a coach sees own groups, a coordinator all of the organisation, another nothing`() async throws {
        let carla = try await staff("carla", .coach, in: oefenstad)
        let karim = try await staff("karim", .coordinator, in: oefenstad)
        let other = try await staff("dirk", .coach, in: oefenstad)
        let stranger = try await staff("els", .coordinator, in: elders)
        let group = try await desk.makeGroup(" Maandag  ochtend ", by: carla, form: world.newID())
        #expect(group.name == "Maandag ochtend")
        for (viewer, sees) in [(carla, true), (karim, true), (other, false), (stranger, false)] {
            #expect(try await desk.groups(for: viewer) == (sees ? [group] : []))
            #expect(try await desk.group(group.id, for: viewer) == (sees ? group : nil))
        }
        #expect(try await desk.addLearner("Wim", to: group.id, by: other) == nil)
    }

    @Test func `the same form makes one group`() async throws {
        let carla = try await staff("carla", .coach, in: oefenstad)
        let form: GroupID = world.newID()
        for _ in 0..<2 { _ = try await desk.makeGroup("Maandag", by: carla, form: form) }
        #expect(try await desk.groups(for: carla).count == 1)
    }

    @Test func `the table has who needs help first, and says where everybody is`() async throws {
        let carla = try await staff("carla", .coach, in: oefenstad)
        let group = try await desk.makeGroup("Maandag", by: carla, form: world.newID())
        let anna = try #require(try await desk.addLearner("Anna", to: group.id, by: carla))
        let wim = try #require(try await desk.addLearner("Wim", to: group.id, by: carla))
        let course = CourseID(unchecked: "digid")
        let lesson = LessonID(unchecked: "inloggen")
        try await database.write { [world] connection in
            for (learner, deed) in [(anna, LearningEvent.Deed.completed), (wim, .askedForHelp)] {
                try LearningLog(world: world).append(
                    LearningEvent(
                        id: world.newID(), account: learner.account, course: course, lesson: lesson, step: nil,
                        deed: deed, occurredAt: world.now), on: connection)
            }
        }
        let (_, dashboard) = try #require(try await desk.dashboard(group.id, in: course, for: carla))
        #expect(dashboard.lines.map(\.member.name) == ["Wim", "Anna"])
        #expect(dashboard.lines.map { $0.state(of: lesson) } == [.needsHelp, .busy])
        #expect(dashboard.lines[0].state(of: LessonID(unchecked: "anders")) == .notStarted)
        let helped = try await desk.help(
            wim.account, in: group.id, with: LessonReference(course: course, lesson: lesson), by: carla,
            form: world.newID())
        #expect(helped)
        let (_, after) = try #require(try await desk.dashboard(group.id, in: course, for: carla))
        #expect(after.lines.allSatisfy { !$0.needsHelp })
    }

    @Test func `looking at somebody's attempts stands in the log`() async throws {
        let carla = try await staff("carla", .coach, in: oefenstad)
        let group = try await desk.makeGroup("Maandag", by: carla, form: world.newID())
        let wim = try #require(try await desk.addLearner("Wim", to: group.id, by: carla))
        _ = try #require(try await desk.attempts(of: wim.account, in: group.id, for: carla))
        let entries = try await database.read { try AuditLog().entries(about: wim.account, on: $0) }
        #expect(entries.map(\.action) == [.attemptsSeen, .learnerAdded, .codeIssued])
        #expect(entries.allSatisfy { $0.actor == carla.id })
    }
}
