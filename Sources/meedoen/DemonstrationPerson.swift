import Accounts
import Audit
import Storage
import Web

/// Somebody of the demonstration. All their secrets are known, so this is never used for real people.
struct DemonstrationPerson {
    let name: String
    let role: Role
    /// A learner's three words.
    var words: [String] = []

    static let password = "vier-vrolijke-vogels"

    static let staff = [
        DemonstrationPerson(name: "Anna", role: .administrator),
        DemonstrationPerson(name: "Karim", role: .coordinator),
        DemonstrationPerson(name: "Carla", role: .coach),
        DemonstrationPerson(name: "Bram", role: .helper),
        DemonstrationPerson(name: "Noor", role: .author),
        DemonstrationPerson(name: "Vera", role: .auditor),
    ]

    static let learners = [
        DemonstrationPerson(name: "Fatma", role: .learner, words: ["fiets", "tulp", "brood"]),
        DemonstrationPerson(name: "Henk", role: .learner, words: ["boot", "kaas", "lamp"]),
        DemonstrationPerson(name: "Ria", role: .learner, words: ["stoel", "appel", "zee"]),
        DemonstrationPerson(name: "Joop", role: .learner, words: ["molen", "soep", "jas"]),
        DemonstrationPerson(name: "Samira", role: .learner, words: ["maan", "peer", "trein"]),
        DemonstrationPerson(name: "Cor", role: .learner, words: ["brug", "melk", "sok"]),
        DemonstrationPerson(name: "Yvonne", role: .learner, words: ["vogel", "thee", "bank"]),
        DemonstrationPerson(name: "Ali", role: .learner, words: ["zon", "koek", "deur"]),
        DemonstrationPerson(name: "Truus", role: .learner, words: ["kat", "roos", "bord"]),
        DemonstrationPerson(name: "Marek", role: .learner, words: ["bal", "vis", "tafel"]),
        DemonstrationPerson(name: "Dewi", role: .learner, words: ["boom", "rijst", "klok"]),
        DemonstrationPerson(name: "Piet", role: .learner, words: ["hond", "ei", "muts"]),
    ]

    private var token: SetUpToken { SetUpToken(DemonstrationRandomness.make(name)) }

    func login(at instant: Instant) -> DemonstrationLogin {
        let secret = role.isStaff ? Self.password : words.joined(separator: " ")
        guard role.isStaff else {
            return DemonstrationLogin(loginName: name.lowercased(), role: role, secret: secret, oneTimeCode: nil)
        }
        let authenticator = Authenticator(derivedFrom: token)
        return DemonstrationLogin(
            loginName: name.lowercased(), role: role, secret: secret,
            oneTimeCode: authenticator.code(in: Authenticator.step(at: instant)))
    }

    /// Makes the account of somebody of the staff, with password and authenticator.
    func register(
        in organisation: OrganisationID?, _ database: any Database, _ hasher: SecretHasher, at instant: Instant
    ) async throws -> Account {
        let world = World(clock: Clock { instant }, randomness: DemonstrationRandomness.make(name))
        let (account, token) = try await Self.registration(database, hasher, world, words: [])
            .registerStaff(name, roles: [role], organisation: organisation, by: nil, origin: .command)
        let setUp = SetUp(database: database, hasher: hasher, world: world)
        _ = try await setUp.finish(
            token, password: Self.password, repeated: Self.password,
            oneTimeCode: Authenticator(derivedFrom: token).code(in: Authenticator.step(at: instant)),
            address: "demonstration")
        return account
    }

    static func registration(
        _ database: any Database, _ hasher: SecretHasher, _ world: World, words: [String]
    ) -> Registration {
        Registration(database: database, hasher: hasher, world: world, words: { words })
    }
}
