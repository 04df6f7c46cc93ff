import Accounts
import Courseware
import Foundation
import HTTPTypes
import Hummingbird
import Storage
import Testing

@testable import Web

/// Every address of the site, asked by everybody. A new address must be added here, or the tests fail.
@Suite struct AddressTests {
    /// Who gets in; everybody else finds nothing there, and who has not signed in is asked to.
    static let visitors: [(address: String, inside: Set<Visit>, form: String)] = [
        ("GET /", everybody, ""),
        ("GET /over", everybody, ""),
        ("GET /privacy", everybody, ""),
        ("GET /toegankelijkheid", everybody, ""),
        ("GET /cursussen", everybody, ""),
        ("GET /cursussen/:course", everybody, ""),
        ("GET /cursussen/:course/:lesson", everybody, ""),
        ("GET /cursussen/:course/:lesson/:step", everybody, ""),
        ("GET /afgerond/:course/:lesson", everybody, ""),
        ("GET /beelden/:course/:file", everybody, ""),
        ("GET /oefeningen/:course/:practice", everybody, ""),
        ("GET /oefeningen/:course/:practice/:screen", everybody, ""),
        ("GET /zoeken", everybody, ""),
        ("GET /afdrukken/:course", everybody, ""),
        ("GET /afdrukken/:course/:lesson", everybody, ""),
        ("GET /afdrukken/:course/oefening/:practice", everybody, ""),
        ("GET /inloggen", everybody, ""),
        ("GET /inloggen/medewerker", everybody, ""),
        ("GET /uitgelogd", everybody, ""),
        ("GET /nog-bezig", everybody, ""),
        ("GET /mijn-naam", everybody, ""),
        ("GET /instellen/:token", everybody, ""),
        ("GET /hulp", everybody, ""),
        ("GET /hulp/:service", named, ""),
        ("GET /hulp/:service/machtiging", named, ""),
        ("GET /wie-deed-wat", named, ""),
        ("GET /mijn-gegevens/wissing", named, ""),
        ("GET /personen/:person/wissing", [.coordinator, .administrator], ""),
        ("GET /gewist", everybody, ""),
        ("GET /logboek", [.auditor], ""),
        ("GET /berichten", correspondents, ""),
        ("GET /berichten/:match", pair, ""),
        ("GET /afspraken", correspondents, ""),
        ("GET /afspraken/voorstellen/:match", pair, ""),
        ("GET /afspraken/:appointment", pair, ""),
        ("GET /agenda/:secret.ics", everybody, ""),
        ("GET /helper", helpers, ""),
        ("GET /helper/gegevens", helpers, ""),
        ("GET /helper/voorwaarden", helpers, ""),
        ("GET /coordinatie", coordinators, ""),
        ("GET /coordinatie/helpers", coordinators, ""),
        ("GET /coordinatie/aanvragen/:request", [.coordinator], ""),
        ("GET /balie", desk.union([.otherCoordinator]), ""),
        ("GET /balie/:citizen", desk, ""),
        ("GET /machtigingen/:mandate", parties, ""),
        ("GET /machtigingen/:mandate/papier", parties, ""),
        ("GET /machtigingen/:mandate/bewijs", parties, ""),
        ("GET /machtigingen/:mandate/verklaring", parties, ""),
        ("GET /controle", everybody, ""),
        ("GET /controle/:code", everybody, ""),
        ("GET /controle/:code/verklaring", everybody, ""),
        ("GET /.well-known/jwks.json", everybody, ""),
        ("GET /groepen", coordinators.union([.coach, .otherCoach]), ""),
        ("GET /groepen/:group", [.coach, .coordinator], ""),
        ("GET /groepen/:group/cursisten/:learner", [.coach, .coordinator], ""),
        ("GET /auteurs", [.author], ""),
        ("GET /auteurs/:course", [.author], ""),
        ("GET /auteurs/:course/:lesson", [.author], ""),
        ("GET /beheer/medewerkers", [.administrator], ""),
        ("POST /controle", everybody, "code=typefout"),
        ("POST /taal", everybody, "taal=en"),
        ("POST /nog-bezig", everybody, ""),
        ("POST /inloggen", everybody, ""),
        ("POST /inloggen/medewerker", everybody, ""),
        ("POST /instellen/:token", everybody, ""),
        ("POST /cursussen/:course/:lesson/:step/voltooiing", everybody, ""),
        ("POST /cursussen/:course/:lesson/:step/antwoorden/:question", everybody, ""),
        ("POST /cursussen/:course/:lesson/:step/vinkjes", everybody, ""),
        ("POST /cursussen/:course/:lesson/:step/hulp", everybody, ""),
        ("POST /afgerond/:course/:lesson/mening", everybody, "gezicht=glad"),
        ("POST /oefeningen/:course/:practice/:screen", everybody, ""),
        ("POST /mijn-naam", everybody, ""),
        ("POST /mijn-gegevens/wissing", named, ""),
        ("POST /personen/:person/wissing", [.coordinator, .administrator], ""),
        ("POST /hulp/:service", named, ""),
        ("POST /coordinatie/aanvragen/:request/helper", [.coordinator], "helper=%helper%"),
        ("POST /coordinatie/helpers/:helper/verklaring", [.coordinator], "datum=2026-01-01"),
        ("POST /coordinatie/grens", coordinators, "grens=9"),
        ("POST /berichten/:match", pair, "bericht=Hallo"),
        ("POST /berichten/:match/oproep", pair, ""),
        ("POST /afspraken/voorstellen/:match", pair, ""),
        ("POST /afspraken/:appointment/verplaatsing", pair, "datum=2026-01-01&tijd=10:00"),
        ("POST /afspraken/:appointment/instemming", pair, ""),
        ("POST /afspraken/:appointment/afzegging", pair, ""),
        ("POST /afspraken/agenda", helpers, ""),
        ("POST /afspraken/agenda/opheffing", helpers, ""),
        ("POST /coordinatie/oproepen/:call/afhandeling", [.coordinator], ""),
        ("POST /coordinatie/huisbezoek", coordinators, "huisbezoek=ja"),
        ("POST /hulp/:service/machtiging", named, "geregeld=ja"),
        ("POST /hulp/machtigingen/:official/intrekking", [.citizen], ""),
        ("POST /hulp/aanvragen/:request/intrekking", [.citizen], ""),
        ("POST /hulp/helpers/:match/antwoord", [.citizen], "antwoord=nee"),
        ("POST /helper/gegevens", helpers, ""),
        ("POST /helper/voorwaarden", helpers, ""),
        ("POST /helper/vragen/:match/antwoord", [.helper], "antwoord=nee"),
        ("POST /helper/afspraken/:match/aanbod", [.helper], "duur=day"),
        ("POST /balie", desk.union([.otherCoordinator]), "naam="),
        ("POST /balie/:citizen/aanvragen", desk, ""),
        ("POST /machtigingen/:mandate/instemming", parties, "code=fiets"),
        ("POST /machtigingen/:mandate/papieren-instemming", parties, ""),
        ("POST /machtigingen/:mandate/handelingen", parties, ""),
        ("POST /machtigingen/:mandate/handelingen/:act/antwoord", parties, "antwoord=ja"),
        ("POST /machtigingen/:mandate/onderdelen/:kind/intrekking", parties, ""),
        ("POST /machtigingen/:mandate/verlenging", parties, ""),
        ("POST /machtigingen/:mandate/bevestiging", parties, ""),
        ("POST /machtigingen/:mandate/schorsing", parties, ""),
        ("POST /machtigingen/:mandate/hervatting", parties, ""),
        ("POST /machtigingen/:mandate/weigering", parties, ""),
        ("POST /machtigingen/:mandate/teruggave", parties, ""),
        ("POST /machtigingen/:mandate/intrekking", parties, ""),
        ("POST /balie/:citizen/melding", desk, "melding=incapable"),
        ("POST /coordinatie/helpers/:helper/melding", [.coordinator], "melding=incapable"),
        ("POST /groepen", coordinators.union([.coach, .otherCoach]), ""),
        ("POST /groepen/:group/cursisten", [.coach, .coordinator], "naam="),
        ("POST /groepen/:group/cursisten/:learner/kaartje", [.coach, .coordinator], ""),
        ("POST /groepen/:group/cursisten/:learner/hulp", [.coach, .coordinator], "cursus=digid&les=wat-is-digid"),
        ("POST /beheer/medewerkers", [.administrator], ""),
        ("POST /beheer/organisaties", [.administrator], ""),
        ("POST /uitloggen", everybody, ""),
    ]

    static let everybody = Set(Visit.allCases)
    static let named: Set<Visit> = [.citizen, .learner]
    static let pair: Set<Visit> = [.citizen, .helper]
    static let correspondents = named.union(helpers)
    static let helpers: Set<Visit> = [.helper, .otherHelper]
    /// Who may have the citizen before them.
    static let desk: Set<Visit> = [.coach, .otherCoach, .coordinator]
    static let parties: Set<Visit> = desk.union([.citizen, .helper])
    static let coordinators: Set<Visit> = [.coordinator, .otherCoordinator]

    /// Where who began to learn without a name is asked for one.
    static let askForAName = [named, [.citizen], pair, correspondents]

    enum Outcome: String {
        case inside
        case signInFirst
        case nothing
        case forbidden

        init(_ response: Response) {
            let location = response.headers[.location] ?? ""
            switch response.status {
            // A question that is somebody else's gets the answer of one that is closed.
            case .notFound, .conflict: self = .nothing
            case .forbidden: self = .forbidden
            case .seeOther where location.hasPrefix("/inloggen") || location == "/mijn-naam": self = .signInFirst
            default: self = .inside
            }
        }
    }

    @Test func `every address of the site is in the list`() async throws {
        let site = try await TestSite().site
        let known = Set(Self.visitors.map(\.address))
        let all = Set(site.router().routes.filter { $0.method != .head }.map { "\($0.method.rawValue) \(Self.plain($0.path))" })
        #expect(all.subtracting(known) == [], "not in the list of this test")
        #expect(known.subtracting(all) == [], "not an address of the site")
    }

    @Test(arguments: Visit.allCases)
    func `everybody finds what is theirs, and nothing else`(visit: Visit) async throws {
        let house = try await TestSite()
        for (address, inside, form) in Self.visitors {
            let (method, path) = try Self.parts(address)
            let form = form.replacing("%helper%", with: house.people[.helper]?.id.rawValue ?? "")
            let response = try await house.ask(method, house.filled(path), as: visit, form: form)
            #expect(response.status.code < 500, "\(address)")
            let outcome = Outcome(response)
            let expected: Outcome =
                if inside.contains(visit) { .inside }
                else if visit == .stranger { .signInFirst }
                else if visit == .unnamed, Self.askForAName.contains(inside) { .signInFirst }
                else { .nothing }
            #expect(outcome == expected, "\(address) answers \(visit) with \(response.status)")
        }
    }

    @Test func `no form of another site is taken`() async throws {
        let house = try await TestSite()
        for (address, inside, _) in Self.visitors where address.hasPrefix("POST") {
            let path = house.filled(try Self.parts(address).path)
            for site in ["cross-site", "same-site", "none", nil] {
                let response = try await house.ask(.post, path, as: inside.first ?? .stranger, fetchSite: site)
                #expect(Outcome(response) == .forbidden, "\(address) from \(site ?? "nowhere")")
            }
        }
    }

    @Test func `every answer says how the browser must treat it`() async throws {
        let house = try await TestSite()
        for (address, inside, form) in Self.visitors {
            let (method, path) = try Self.parts(address)
            for visit in [Visit.stranger, inside.first ?? .stranger] {
                let headers = try await house.ask(method, house.filled(path), as: visit, form: form).headers
                #expect(headers[.contentSecurityPolicy]?.contains("default-src 'none'") == true, "\(address)")
                #expect(headers[.xContentTypeOptions] == "nosniff", "\(address)")
                #expect(headers[.cacheControl] != nil || headers[.location] != nil, "\(address)")
            }
        }
    }

    @Test func `what a visitor sees signed in is kept nowhere`() async throws {
        let house = try await TestSite()
        // Pictures and keys are the same for everybody.
        let shared = ["/beelden/", "/.well-known/"]
        for (address, inside, _) in Self.visitors where address.hasPrefix("GET") && !shared.contains(where: { address.contains($0) }) {
            guard let visit = inside.subtracting([.stranger]).first else { continue }
            let response = try await house.ask(.get, house.filled(try Self.parts(address).path), as: visit)
            #expect(response.headers[.cacheControl] == "no-store", "\(address)")
        }
    }

    @Test func `only authors are told why a change is not on the site`() async throws {
        let house = try await TestSite()
        let course = FileManager.default.temporaryDirectory.appending(path: "meedoen-\(UUID().uuidString)/proef")
        try FileManager.default.createDirectory(at: course, withIntermediateDirectories: true)
        try Data("---\ntitle: [Proef\n---\n".utf8).write(to: course.appending(path: "course.md"))
        let broken = LibraryReader(courses: course.deletingLastPathComponent().path, content: "").read().findings
        try #require(!broken.isEmpty)
        house.site.shelf.refuse(broken)
        for visit in Visit.allCases {
            let response = try await house.ask(.get, "/cursussen", as: visit)
            let body = try await response.wholeBody().map { String(buffer: $0) } ?? ""
            #expect(body.contains("proef/course.md:2") == (visit == .author), "\(visit)")
        }
        house.site.shelf.replace(with: TestSite.library)
        #expect(house.site.shelf.refused.isEmpty)
    }

    private static func parts(_ address: String) throws -> (method: HTTPRequest.Method, path: String) {
        let parts = address.split(separator: " ")
        return (try #require(HTTPRequest.Method(String(parts[0]))), String(parts[1]))
    }

    private static func plain(_ path: RouterPath) -> String {
        let text = path.description.replacing("{", with: ":").replacing("}", with: "")
        return text.hasPrefix("/") ? text : "/" + text
    }
}
