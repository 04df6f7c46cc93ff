import Accounts
import Audit
import Courseware
import Foundation
import Learning
import Mandates
import Storage
import Synchronization
import TestDatabase
import Testing

/// A real database with the real courses and services, and the people of a mandate. Time passes when a test says so.
final class MandateHouse: Sendable {
    static let library: Library = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path
        return LibraryReader(courses: "\(root)/Courses", content: "\(root)/Content").read()
    }()

    let database: any Database
    let hasher = SecretHasher(cost: .least, threads: 1)
    let oefenstad: Organisation
    let fatma: Account
    let bram: Account
    let karim: Account
    let carla: Account
    /// Fatma's three words.
    let code: String
    private let instant: Mutex<Instant>

    init() async throws {
        let start = Instant(milliseconds: 1_795_500_000_000)
        instant = Mutex(start)
        let world = World(clock: Clock { start }, randomness: .system)
        let database = try TestDatabase.open(clock: world.clock)
        let organisation = Organisation(id: world.newID(), name: "Oefenstad")
        func person(_ name: String, _ role: Role) -> Account {
            Account(
                id: world.newID(), organisation: organisation.id, name: name, loginName: LoginName(rawValue: name),
                roles: [role])
        }
        let (bram, karim, carla) = (person("Bram", .helper), person("Karim", .coordinator), person("Carla", .coach))
        try await database.write { connection in
            try OrganisationStore().insert(organisation, by: nil, at: start, on: connection)
            for account in [bram, karim, carla] { try AccountStore().insert(account, at: start, on: connection) }
        }
        let registration = Registration(
            database: database, hasher: hasher, world: world, words: { ["fiets", "tulp", "brood"] })
        let card = try await registration.registerLearner("Fatma", by: karim)
        fatma = try #require(try await database.read { try AccountStore().account(card.account, on: $0) })
        code = card.code.text
        (self.database, oefenstad, self.bram, self.karim, self.carla) = (database, organisation, bram, karim, carla)
        try await ready(bram)
    }

    var now: Instant { instant.withLock(\.self) }
    var world: World { World(clock: Clock { [self] in now }, randomness: .system) }
    func advance(by duration: Duration) { instant.withLock { $0 = $0 + duration } }

    var requirements: HelperRequirements { HelperRequirements(Self.library) }
    var help: HelpDesk { HelpDesk(database: database, requirements: requirements, world: world) }
    var helpers: HelperDesk { HelperDesk(database: database, requirements: requirements, world: world) }
    var check: CheckDesk { CheckDesk(database: database, world: world) }
    var people: PersonDesk { PersonDesk(database: database, world: world) }
    var desk: MandateDesk {
        MandateDesk(
            database: database, signIn: SignIn(database: database, hasher: hasher, world: world), world: world)
    }
    var appointments: AppointmentDesk { AppointmentDesk(database: database, world: world) }
    var messages: MessageDesk { MessageDesk(database: database, world: world) }
    var calendar: CalendarDesk { CalendarDesk(database: database, world: world) }
    var housekeeping: ContactHousekeeping { ContactHousekeeping(database: database, clock: world.clock) }
    var official: OfficialMandateDesk { OfficialMandateDesk(database: database, world: world) }
    /// One with a low risk.
    var service: Service { get throws { try #require(Self.library.services.first { $0.risk == .low }) } }
    var highRisk: Service { get throws { try #require(Self.library.services.first { $0.risk == .high }) } }
    var text: MandateText { get throws { try #require(Self.library.mandateText(on: Day(now).rawValue)) } }
    var proof: SignInProof { SignInProof(provedAt: now, seenAt: now) }

    func person(_ name: String, _ role: Role, in organisation: OrganisationID? = nil) async throws -> Account {
        let account = Account(
            id: world.newID(), organisation: organisation ?? oefenstad.id, name: name, loginName: LoginName(rawValue: name),
            roles: [role])
        try await database.write { [now] in try AccountStore().insert(account, at: now, on: $0) }
        return account
    }

    /// Finishes the helpers' course, shows a certificate and accepts the terms.
    func ready(_ helper: Account) async throws {
        try await learn(helper)
        try await helpers.keepCertificate(of: helper.id, issuedOn: Day(now - .days(100)), seenBy: karim)
        try await helpers.acceptTerms(try #require(requirements.terms), by: helper)
    }

    func learn(_ helper: Account) async throws {
        let course = try #require(Self.library.course(HelperRequirements.course))
        let study = Study(database: database, world: world)
        for lesson in course.lessons {
            for step in lesson.steps {
                try await study.complete(Study.Place(lesson, step.id), by: helper.id, form: world.newID())
            }
        }
    }

    func asked(_ service: Service, _ wish: HelpWish = HelpWish()) async throws -> HelpRequestID {
        let request: HelpRequestID = world.newID()
        try await help.ask(for: [service.id], wish, chosen: nil, for: fatma, by: fatma, form: request)
        return request
    }

    /// Both said yes to each other.
    func matched(_ service: Service) async throws -> HelperMatchID {
        let (request, match): (HelpRequestID, HelperMatchID) = (try await asked(service), world.newID())
        try await help.match(request, with: bram.id, by: karim, form: match)
        try await help.answer(match, by: bram, accepts: true)
        try await help.answer(match, by: fatma, wants: true)
        return match
    }

    func offered(_ service: Service? = nil, for duration: MandateDuration = .month) async throws -> MandateID {
        let service = try service ?? self.service
        let match = try await matched(service)
        return try await help.offer(service.acts, for: duration, to: match, by: bram, service: service, text: text)
    }

    func active(_ service: Service? = nil) async throws -> MandateID {
        let id = try await offered(service)
        if try service?.id == highRisk.id { try await desk.happen(.confirmed, to: id, by: karim, form: world.newID()) }
        try await consent(to: id)
        return id
    }

    func consent(to id: MandateID) async throws {
        try await desk.consent(to: id, by: fatma, code: code, declares: true, form: world.newID())
    }

    func act(_ kind: ActID? = nil) throws -> RecordedAct {
        RecordedAct(
            id: world.newID(), kind: try wanted(kind), by: bram.id, at: now, doneOn: Day(now), minutes: 5,
            result: "Gelukt")
    }

    private func wanted(_ kind: ActID?) throws -> ActID { try kind ?? service.acts[0] }

    func mandate(_ id: MandateID) async throws -> Mandate {
        let karim = karim
        let seen = try await database.read { connection in
            try MandateStore().mandate(id, for: karim, on: connection)
        }
        return try #require(seen).mandate
    }

    func code(of id: MandateID) async throws -> CheckCode? {
        try await database.read { try CheckCodeStore().code(of: id, on: $0) }
    }

    func state(_ id: MandateID) async throws -> Mandate.State { try await mandate(id).state(at: now) }

    func acts(of id: MandateID) async throws -> [RecordedAct] {
        try await database.read { try ActStore().acts(of: id, on: $0) }
    }

    /// What stands in the log of the mandate, the oldest first.
    func log(of id: MandateID) async throws -> [String] {
        try await database.read { connection in
            try AuditLog().entries(of: id, on: connection).reversed().map { entry in
                entry.result == .done ? entry.action.rawValue : "\(entry.action.rawValue) refused"
            }
        }
    }
}
