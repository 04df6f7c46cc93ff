import Accounts
import Audit
import ArgumentParser
import Coaching
import Courseware
import Foundation
import Learning
import Storage

/// Learners with sessions, and groups of 30 and 300 who did something in forty lessons; prints what signs them in.
struct BenchSeed: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "seed")
    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        try await failing {
            let database = try options.place().open()
            let world = World.real
            let organisation = Organisation(id: world.newID(), name: "Bench")
            try await database.write {
                try OrganisationStore().insert(organisation, by: nil, at: world.now, origin: .command, on: $0)
            }
            let coach = Account(
                id: world.newID(), organisation: organisation.id, name: "Coach", loginName: nil, roles: [.coach])
            print("coach \(try await Self.session(of: coach, in: database, world))")
            let registration = Registration(
                database: database, hasher: SecretHasher(threads: 2), world: world, words: { ["fiets", "tulp", "brood"] })
            for number in 0..<64 {
                let account = Account(
                    id: world.newID(), organisation: organisation.id, name: nil, loginName: nil, roles: [.learner])
                print("learner \(try await Self.session(of: account, in: database, world))")
                let card = try await registration.takeName("cursist \(number)", for: account)
                print("card \(card.loginName.rawValue)|\(card.code.text)")
            }
            for size in [30, 300] {
                print("group-\(size) \(try await group(of: size, by: coach, in: database, world).id.rawValue)")
            }
            try await database.close()
        }
    }

    static func session(of account: Account, in database: any Database, _ world: World) async throws -> String {
        let token = SessionToken(world.randomness)
        try await database.write { connection in
            try AccountStore().insert(account, at: world.now, on: connection)
            try SessionStore().insert(token, .personal, of: account.id, at: world.now, on: connection)
        }
        return token.text
    }

    private func group(
        of size: Int, by coach: Account, in database: any Database, _ world: World
    ) async throws -> Group {
        let registration = Registration(
            database: database, hasher: SecretHasher(threads: 2), world: world, words: { ["fiets", "tulp", "brood"] })
        let desk = CoachDesk(database: database, registration: registration, world: world)
        let group = try await desk.makeGroup("Groep van \(size)", by: coach, form: world.newID())
        for number in 0..<size {
            guard let card = try await desk.addLearner("Deelnemer \(number)", to: group.id, by: coach) else { continue }
            try await database.write { connection in
                for lesson in 1...40 {
                    try LearningLog(world: world).append(
                        LearningEvent(
                            id: world.newID(), account: card.account, course: CourseID(unchecked: "bench"),
                            lesson: LessonID(unchecked: "les-\(lesson)"), step: StepID(unchecked: "een"),
                            deed: .completed, occurredAt: world.now), on: connection)
                }
            }
        }
        return group
    }
}
