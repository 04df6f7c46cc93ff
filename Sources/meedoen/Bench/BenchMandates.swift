import Accounts
import Audit
import ArgumentParser
import Mandates
import Storage

/// Running mandates of one organisation; prints what signs in its coordinator and some helpers, and some codes of papers.
struct BenchMandates: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "mandates")
    @OptionGroup var options: DatabaseOptions
    @Option var mandates = 10_000

    /// So many mandates for each helper.
    private static let load = 20
    private static let printed = 64

    func run() async throws {
        try await failing {
            let database = try options.place().open()
            let world = World.real
            let organisation = Organisation(id: world.newID(), name: "Bench")
            try await database.write {
                try OrganisationStore().insert(organisation, by: nil, at: world.now, origin: .command, on: $0)
            }
            func person(_ name: String, _ role: Role) -> Account {
                Account(id: world.newID(), organisation: organisation.id, name: name, loginName: nil, roles: [role])
            }
            let coordinator = person("Coordinator", .coordinator)
            print("coordinator \(try await BenchSeed.session(of: coordinator, in: database, world))")
            for number in 0..<mandates / Self.load {
                let helper = person("Helper \(number)", .helper)
                let token = try await BenchSeed.session(of: helper, in: database, world)
                let runs = (0..<Self.load).map { (person("Citizen \($0)", .learner), CheckCode(world.randomness), world.newID() as MandateID) }
                try await database.write { connection in
                    for (citizen, code, id) in runs {
                        try AccountStore().insert(citizen, at: world.now, on: connection)
                        try MandateSeedStore().insert(
                            id, citizen: citizen.id, helper: helper.id, in: organisation.id, matchedBy: coordinator.id,
                            code, world, on: connection)
                    }
                }
                guard number < Self.printed else { continue }
                print("helper \(token)|\(runs[0].2.rawValue)|\(MandateSeedStore.act)")
                for (_, code, _) in runs { print("checked \(code.rawValue)") }
            }
            try await database.close()
        }
    }
}
