import Accounts
import Audit
import Coaching
import Courseware
import Learning
import Mandates
import Storage
import Web

/// Bibliotheek Oefenstad: an invented library with invented people, to look around in. Everything is made by the
/// ordinary deeds, some days ago.
struct Demonstration {
    private let database: any Database
    private let library: Library
    private let hasher = SecretHasher(threads: 2)

    init(_ database: any Database, _ library: Library) {
        self.database = database
        self.library = library
    }

    /// Makes the people, where the database has none yet.
    func prepare() async throws {
        guard try await database.read({ try OrganisationStore().organisations(on: $0) }).isEmpty else { return }
        let start = Clock.system.now() - .days(8)
        let world = World(clock: Clock { start }, randomness: DemonstrationRandomness.make("organisation"))
        let organisation = Organisation(id: world.newID(), name: "Bibliotheek Oefenstad")
        let location = Location(id: world.newID(), organisation: organisation.id, name: "Centrum")
        try await database.write { connection in
            try OrganisationStore().insert(organisation, by: nil, at: start, origin: .command, on: connection)
            try OrganisationStore().insert(location, on: connection)
        }
        var staff: [Role: Account] = [:]
        for person in DemonstrationPerson.staff {
            staff[person.role] = try await person.register(
                in: person.role == .administrator ? nil : organisation.id, database, hasher, at: start)
        }
        guard let coach = staff[.coach] else { return }
        let learners = try await addLearners(by: coach, at: start)
        try await DemonstrationLessons(database, library).learn(learners)
        if let fatma = learners.first { try await addMandate(for: fatma, staff, at: start + .days(1)) }
    }

    private func addLearners(by coach: Account, at start: Instant) async throws -> [AccountID] {
        var learners: [AccountID] = []
        let world = World(clock: Clock { start }, randomness: DemonstrationRandomness.make("group"))
        let desk = CoachDesk(
            database: database, registration: DemonstrationPerson.registration(database, hasher, world, words: []),
            world: world)
        let group = try await desk.makeGroup("Maandagochtend", by: coach, form: world.newID())
        for person in DemonstrationPerson.learners {
            let world = World(clock: Clock { start }, randomness: DemonstrationRandomness.make(person.name))
            let registration = DemonstrationPerson.registration(database, hasher, world, words: person.words)
            let desk = CoachDesk(database: database, registration: registration, world: world)
            if let card = try await desk.addLearner(person.name, to: group.id, by: coach) { learners.append(card.account) }
        }
        return learners
    }

    /// Fatma asks for help, Karim asks Bram, both say yes to each other, Fatma agrees, and Bram does something.
    private func addMandate(for citizen: AccountID, _ staff: [Role: Account], at start: Instant) async throws {
        guard let service = library.services.first(where: { $0.risk == .low }), 
            let text = library.mandateText(on: Day(Clock.system.now()).rawValue),
            let coordinator = staff[.coordinator], let helper = staff[.helper],
            let fatma = try await database.read({ try AccountStore().account(citizen, on: $0) }),
            let act = service.acts.first
        else { return }
        let world = World(clock: Clock { start }, randomness: DemonstrationRandomness.make("mandate"))
        let later = World(clock: Clock { start + .days(2) }, randomness: DemonstrationRandomness.make("act"))
        try await ready(helper, seenBy: coordinator, world)
        let help = HelpDesk(database: database, requirements: HelperRequirements(library), world: world)
        let signIn = SignIn(database: database, hasher: hasher, world: world)
        let request: HelpRequestID = world.newID()
        let match: HelperMatchID = world.newID()
        try await help.ask(
            for: [service.id], HelpWish(words: "Mijn zoon woont ver weg. Samen kijken is fijn."), chosen: nil,
            for: fatma, by: fatma, form: request)
        try await help.match(request, with: helper.id, by: coordinator, form: match)
        try await help.answer(match, by: helper, accepts: true)
        try await help.answer(match, by: fatma, wants: true)
        let mandate = try await help.offer(
            service.acts, for: .month, to: match, by: helper, service: service, text: text)
        try await MandateDesk(database: database, signIn: signIn, world: world).consent(
            to: mandate, by: fatma, code: DemonstrationPerson.learners[0].words.joined(separator: " "), declares: true,
            form: world.newID())
        try await MandateDesk(database: database, signIn: signIn, world: later).record(
            RecordedAct(
                id: later.newID(), kind: act, by: helper.id, at: later.now, doneOn: Day(later.now), minutes: 25,
                result: "Samen gedaan, alles is duidelijk."),
            with: mandate, by: helper, proof: SignInProof(provedAt: later.now, seenAt: later.now))
        try await DemonstrationContact(database).arrange(in: match, fatma, helper, at: later.now)
    }

    /// The helper finishes the course, shows a certificate, accepts the terms and says what is possible.
    private func ready(_ helper: Account, seenBy coordinator: Account, _ world: World) async throws {
        let requirements = HelperRequirements(library)
        let desk = HelperDesk(database: database, requirements: requirements, world: world)
        let study = Study(database: database, world: world)
        for lesson in library.course(HelperRequirements.course)?.lessons ?? [] {
            for step in lesson.steps {
                try await study.complete(Study.Place(lesson, step.id), by: helper.id, form: world.newID())
            }
        }
        try await desk.keepCertificate(of: helper.id, issuedOn: Day(world.now - .days(90)), seenBy: coordinator)
        if let terms = requirements.terms { try await desk.acceptTerms(terms, by: helper) }
        var profile = HelperProfile()
        profile.services = Set(library.services.map(\.id))
        profile.byPhone = true
        profile.times = [.morning, .afternoon]
        try await desk.save(profile, by: helper)
    }

    /// Who can sign in, with the one-time codes of that moment.
    static func logins(at instant: Instant) -> [DemonstrationLogin] {
        DemonstrationPerson.staff.map { $0.login(at: instant) }
            + DemonstrationPerson.learners.map { $0.login(at: instant) }
    }
}
