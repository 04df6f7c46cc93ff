import Accounts
import Audit
import Coaching
import Courseware
import Foundation
import HTTPTypes
import Hummingbird
import Learning
import Logging
import Mandates
import NIOCore
import NIOEmbedded
import Storage
import TestDatabase
import Testing

@testable import Web

/// The whole site on a real database with the real courses, asked without a socket; and everybody who may come by.
struct TestSite {
    let site: Site
    let database: any Database
    let people: [Visit: Account]
    /// What stands for `:group`, `:mandate` and so on in an address; `helpers/match` for `:match` after `helpers`.
    let parts: [String: String]
    private let door: FrontDoor<RouterResponder<SiteContext>>

    static let library = LibraryReader(
        courses: "\(root)/Courses", content: "\(root)/Content", addresses: .site).read()
    static let manuscript = Manuscript(courses: "\(root)/Courses", content: "\(root)/Content")
    private static let assets = Result { try Assets(contentFolder: "\(root)/Content") }
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    init(settings: Settings = Settings()) async throws {
        let world = World(
            clock: Clock { Instant(milliseconds: Int(Date().timeIntervalSince1970 * 1000)) }, randomness: .system)
        let path = NSTemporaryDirectory() + "meedoen-\(UUID().uuidString)"
        database = try TestDatabase.open(clock: world.clock)
        let statements = StatementSigning(
            database: database, clock: world.clock, keyFile: SigningKeyFile(path + ".statement-key", for: .statements),
            publishedPath: path + ".statement-keys.json")
        try await statements.prepare()
        site = Site(
            database: database, shelf: LibraryShelf(Self.library), manuscript: Self.manuscript, world: world,
            hasher: SecretHasher(cost: .least, threads: 1), assets: try Self.assets.get(), settings: settings,
            statements: statements, logger: Logger(label: "test") { StreamLogHandler.standardError(label: $0) })
        door = site.responder()

        let here = Organisation(id: world.newID(), name: "Oefenstad")
        let elsewhere = Organisation(id: world.newID(), name: "Elders")
        var people: [Visit: Account] = [:]
        for (visit, role) in Visit.roles {
            people[visit] = Account(
                id: world.newID(), organisation: visit.isElsewhere ? elsewhere.id : here.id, name: visit.rawValue,
                loginName: visit == .unnamed ? nil : LoginName(rawValue: visit.rawValue), roles: [role])
        }
        try await database.write { [people] connection in
            for organisation in [here, elsewhere] {
                try OrganisationStore().insert(organisation, by: nil, at: world.now, on: connection)
            }
            for account in people.values { try AccountStore().insert(account, at: world.now, on: connection) }
        }

        let carla = try #require(people[.coach])
        let karim = try #require(people[.coordinator])
        let bram = try #require(people[.helper])
        let desk = CoachDesk(database: database, registration: site.registration, world: world)
        let group = try await desk.makeGroup("Maandag", by: carla, form: world.newID())
        let card = try #require(try await desk.addLearner("Fatma", to: group.id, by: carla))
        let fatma = try #require(try await database.read { try AccountStore().account(card.account, on: $0) })
        people[.citizen] = fatma
        self.people = people

        let service = try #require(Self.library.services.first { $0.risk == .low })
        try await Self.ready(bram, seenBy: karim, site)
        let matches: [HelperMatchID] = [world.newID(), world.newID(), world.newID(), world.newID()]
        for match in matches {
            let request: HelpRequestID = world.newID()
            try await site.helpDesk.ask(
                for: [service.id], HelpWish(), chosen: nil, for: fatma, by: fatma, form: request)
            try await site.helpDesk.match(request, with: bram.id, by: karim, form: match)
        }
        for match in matches.dropLast() { try await site.helpDesk.answer(match, by: bram, accepts: true) }
        for match in matches.prefix(2) { try await site.helpDesk.answer(match, by: fatma, wants: true) }
        let mandate = try await site.helpDesk.offer(
            service.acts, for: .month, to: matches[0], by: bram, service: service,
            text: try #require(Self.library.mandateText(on: Day(world.now).rawValue)))
        try await site.mandateDesk.consent(to: mandate, by: fatma, code: card.code.text, declares: true, form: world.newID())
        let code = try await database.read { try CheckCodeStore().code(of: mandate, on: $0) }
        let act = RecordedAct(
            id: world.newID(), kind: service.acts[0], by: bram.id, at: world.now, doneOn: Day(world.now), minutes: 5,
            result: "Gelukt")
        try await site.mandateDesk.record(
            act, with: mandate, by: bram, proof: SignInProof(provedAt: world.now, seenAt: world.now))
        let request: HelpRequestID = world.newID()
        try await site.helpDesk.ask(for: [service.id], HelpWish(), chosen: nil, for: fatma, by: fatma, form: request)
        // What the two arrange and write.
        let (appointment, call): (AppointmentID, CoordinatorCallID) = (world.newID(), world.newID())
        let slot = AppointmentSlot(start: world.now + .days(2), minutes: 60, place: .phone)
        try await site.appointmentDesk.propose(slot, in: matches[0], by: fatma, form: appointment)
        try await site.messageDesk.send("Tot dan!", in: matches[0], by: fatma, form: world.newID())
        try await site.messageDesk.call(in: matches[0], by: fatma, form: call)
        let official: OfficialMandateID = world.newID()
        let mandated = try #require(Self.library.services.first { $0.officialMandate != nil })
        try await site.officialMandateDesk.note(
            mandated.id, until: Day(world.now + .days(300)), isArranged: true, by: fatma, form: official)
        let calendar = try await site.calendarDesk.makeAddress(for: bram)
        let (_, token) = try await site.registration.registerStaff(
            "Nieuw", roles: [.coach], organisation: here.id, by: nil)

        parts = try Self.courseParts().merging([
            "group": group.id.rawValue, "learner": fatma.id.rawValue, "person": fatma.id.rawValue, "service": service.id.rawValue,
            "request": request.rawValue, "mandate": mandate.rawValue, "act": act.id.rawValue,
            "kind": service.acts[0].rawValue, "helper": bram.id.rawValue, "citizen": fatma.id.rawValue,
            "afspraken/match": matches[1].rawValue, "helpers/match": matches[2].rawValue, "match": matches[3].rawValue,
            "token": token.text, "code": try #require(code).rawValue,
            "berichten/match": matches[0].rawValue, "voorstellen/match": matches[0].rawValue,
            "appointment": appointment.rawValue, "call": call.rawValue,
            "official": official.rawValue, "hulp/service": mandated.id.rawValue, "secret.ics": "\(calendar.text).ics",
        ]) { first, _ in first }
    }

    /// The helper has everything in order.
    private static func ready(_ helper: Account, seenBy coordinator: Account, _ site: Site) async throws {
        let study = Study(database: site.database, world: site.world)
        for lesson in try #require(library.course(HelperRequirements.course)).lessons {
            for step in lesson.steps {
                try await study.complete(Study.Place(lesson, step.id), by: helper.id, form: site.world.newID())
            }
        }
        try await site.helperDesk.keepCertificate(of: helper.id, issuedOn: Day(site.now), seenBy: coordinator)
        try await site.helperDesk.acceptTerms(try #require(site.requirements.terms), by: helper)
    }

    /// A step with a question, a practice and a picture of one course.
    private static func courseParts() throws -> [String: String] {
        let course = try #require(library.courses.first { $0.id.rawValue == "digid" })
        for lesson in course.lessons {
            for step in lesson.steps {
                for case .question(let question) in step.texts[.dutch].parts {
                    let practice = try #require(course.practices.first)
                    return [
                        "course": course.id.rawValue, "lesson": lesson.id.rawValue, "step": step.id.rawValue,
                        "question": question.id.rawValue, "practice": practice.id.rawValue,
                        "screen": try #require(practice.firstScreen).rawValue,
                        "file": try #require(FileManager.default.contentsOfDirectory(atPath: "\(root)/Courses/digid/images").first),
                    ]
                }
            }
        }
        throw TestProblem.noQuestion
    }

    private enum TestProblem: Error { case noQuestion }

    /// The address with something real for each `:part`.
    func filled(_ path: String) -> String {
        let segments = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        return zip([""] + segments, segments).map { before, part in
            guard part.hasPrefix(":") else { return part }
            return parts["\(before)/\(part.dropFirst())"] ?? parts[String(part.dropFirst())] ?? part
        }.joined(separator: "/")
    }

    /// Asks as that visitor, in a session of its own.
    func ask(
        _ method: HTTPRequest.Method, _ path: String, as visit: Visit, form: String = "", fetchSite: String? = "same-origin",
        host: String = "localhost", headers: HTTPFields = [:]
    ) async throws -> Response {
        var headers = headers
        if method == .post { headers[.contentType] = "application/x-www-form-urlencoded" }
        if method == .post, let fetchSite { headers[.secFetchSite] = fetchSite }
        if let account = people[visit] {
            let token = SessionToken(site.world.randomness)
            try await database.write { [site] in
                try SessionStore().insert(
                    token, visit == .unnamed ? .browser : .shared, of: account.id, at: site.now, on: $0)
            }
            headers[.cookie] = "meedoen=\(token.text)"
        }
        let request = Request(
            head: HTTPRequest(method: method, scheme: "http", authority: host, path: path, headerFields: headers),
            body: RequestBody(buffer: ByteBuffer(string: form)))
        // The server gives each request a number of its own, and stops where it finds none.
        var logger = site.logger
        logger[metadataKey: "hb.request.id"] = "1"
        let context = SiteContext(source: ApplicationRequestContextSource(channel: EmbeddedChannel(), logger: logger))
        return try await door.respond(to: request, context: context)
    }
}

/// Who comes by.
enum Visit: String, CaseIterable {
    /// Nobody we know.
    case stranger
    /// A browser in which somebody began to learn, without a name.
    case unnamed
    /// A learner of the group, who asked for help.
    case citizen
    case learner
    /// Matched with the citizen.
    case helper
    case otherHelper = "otherhelper"
    /// Of the group.
    case coach
    case otherCoach = "othercoach"
    case coordinator
    case otherCoordinator = "othercoordinator"
    case administrator
    case author
    case auditor

    var isElsewhere: Bool { self == .otherCoordinator }

    static let roles: [(Visit, Role)] = [
        (.unnamed, .learner), (.learner, .learner), (.helper, .helper), (.otherHelper, .helper), (.coach, .coach),
        (.otherCoach, .coach), (.coordinator, .coordinator), (.otherCoordinator, .coordinator),
        (.administrator, .administrator), (.author, .author), (.auditor, .auditor),
    ]
}
