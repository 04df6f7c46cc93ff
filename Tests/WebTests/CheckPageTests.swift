import Accounts
import Audit
import Courseware
import Foundation
import HTTPTypes
import HummingbirdCore
import Mandates
import NIOCore
import Storage
import Testing

@testable import Web

/// The page on which a desk clerk looks whether the paper of a mandate holds.
@Suite struct CheckPageTests {
    let labels = Labels(.dutch, in: TestSite.library)

    private func text(_ response: Response) async throws -> String {
        try await response.wholeBody().map { String(buffer: $0) } ?? ""
    }

    private func main(_ response: Response) async throws -> String {
        let text = try await text(response)
        let start = try #require(text.range(of: "<main"))
        let end = try #require(text.range(of: "</main>"))
        return String(text[start.lowerBound..<end.lowerBound])
    }

    private func unknown(_ house: TestSite) -> CheckCode { CheckCode(house.site.world.randomness) }

    @Test func `whoever has the code sees whether it holds, with initials only`() async throws {
        let house = try await TestSite()
        let page = try await main(house.ask(.get, house.filled("/controle/:code"), as: .stranger))
        #expect(page.contains(labels["check-answer.valid"]))
        #expect(page.contains("<dd>F.</dd>") && page.contains("<dd>H.</dd>"))
        for secret in ["Fatma", "helper</dd>", house.parts["mandate"] ?? "?", house.parts["citizen"] ?? "?", "Gelukt"] {
            #expect(!page.contains(secret), "\(secret)")
        }
        let mandate = try #require(house.people[.citizen])
        let id = try #require(MandateID(rawValue: house.parts["mandate"] ?? ""))
        try await house.site.mandateDesk.happen(.revoked(.own), to: id, by: mandate, form: house.site.world.newID())
        let ended = try await main(house.ask(.get, house.filled("/controle/:code"), as: .stranger))
        #expect(ended.contains(labels["check-answer.ended"]) && !ended.contains("verklaring"))
        #expect(!ended.contains(labels["mandate-state.revoked"]), "how it ended is nobody's business")
        #expect(try await house.ask(.get, house.filled("/controle/:code/verklaring"), as: .stranger).status == .notFound)
    }

    @Test func `an unknown code gets an answer of its own, and a mistyped one is caught before anybody looks`() async throws {
        let house = try await TestSite()
        let answer = try await house.ask(.get, Path.check(unknown(house)).text, as: .stranger)
        #expect(answer.status == .ok)
        #expect(try await main(answer).contains(labels["check-answer.unknown"]))
        var typed = Array(house.parts["code"] ?? "")
        typed[3] = typed[3] == "Z" ? "Y" : "Z"
        for (code, problem) in [(String(typed), labels["check.wrong"]), ("", labels["check.missing"])] {
            let form = try await house.ask(.post, "/controle", as: .stranger, form: "code=\(code)")
            #expect(form.status == .unprocessableContent)
            #expect(try await text(form).contains(problem))
        }
        let mistyped = try await house.ask(.get, "/controle/\(String(typed))", as: .stranger)
        #expect(mistyped.status == .unprocessableContent)
        let found = try await house.ask(.post, "/controle", as: .stranger, form: "code=+\((house.parts["code"] ?? "").lowercased())+")
        #expect(found.headers[.location] == house.filled("/controle/:code"))
    }

    @Test func `neither browser nor search engine keeps the answer, and the address goes nowhere`() async throws {
        let house = try await TestSite()
        for path in [house.filled("/controle/:code"), Path.check(unknown(house)).text, "/controle/typefout", house.filled("/controle/:code/verklaring")] {
            let headers = try await house.ask(.get, path, as: .stranger).headers
            #expect(headers[.cacheControl] == "no-store", "\(path)")
            #expect(headers[.robotsTag] == "noindex, nofollow", "\(path)")
            #expect(headers[.referrerPolicy] == "same-origin", "\(path)")
        }
    }

    @Test func `who asks too often must wait, at this address only`() async throws {
        let house = try await TestSite(settings: Settings(isBehindProxy: true))
        func ask(_ address: String, _ path: String? = nil) async throws -> Response {
            try await house.ask(
                .get, path ?? Path.check(unknown(house)).text, as: .stranger, headers: [.forwardedFor: address])
        }
        for _ in 0..<60 { #expect(try await ask("2001:db8:1:2::1").status == .ok) }
        let refused = try await ask("2001:db8:1:2:ffff::9", house.filled("/controle/:code"))
        #expect(refused.status == .tooManyRequests && refused.headers[.retryAfter] != nil)
        #expect(try await ask("2001:db8:1:3::1").status == .ok)
        #expect(try await ask("192.0.2.1", "/controle/typefout").status == .unprocessableContent)
    }

    @Test func `the citizen sees that somebody looked, and the auditor that it was a visitor`() async throws {
        let house = try await TestSite()
        _ = try await house.ask(.get, house.filled("/controle/:code"), as: .stranger)
        let log = try await text(house.ask(.get, "/wie-deed-wat", as: .citizen))
        #expect(log.contains("\(labels["log.visitor"]) \(labels["log.mandate.checked"])."))
        let audit = try await text(house.ask(.get, "/logboek?handeling=mandate.checked", as: .auditor))
        #expect(audit.contains("<td>\(labels["audit.visitor"])</td>"))
    }

    @Test func `the paper carries the code once there was a yes`() async throws {
        let house = try await TestSite(settings: Settings(address: "https://meedoen.example"))
        let code = try #require(CheckCode(rawValue: house.parts["code"] ?? ""))
        for path in ["/machtigingen/:mandate/papier", "/machtigingen/:mandate/bewijs"] {
            let paper = try await text(house.ask(.get, house.filled(path), as: .citizen))
            #expect(paper.contains(code.groups.joined(separator: " ")) && paper.contains("qr-code"), "\(path)")
            #expect(paper.contains("https://meedoen.example/controle"))
        }
    }

    @Test func `a statement is verified by the published keys, and never says that we are another site`() async throws {
        let house = try await TestSite(settings: Settings(localAddress: "http://127.0.0.1:8080"))
        let keys = try #require(PublishedKeys(json: try await text(house.ask(.get, "/.well-known/jwks.json", as: .stranger))))
        for (path, visit) in [("/machtigingen/:mandate/verklaring", Visit.citizen), ("/controle/:code/verklaring", .stranger)] {
            let answer = try await house.ask(.get, house.filled(path), as: visit, host: "mijn.digid.nl.example")
            #expect(answer.headers[.contentType] == "application/jwt")
            #expect(answer.headers[.contentDisposition]?.hasPrefix("attachment") == true)
            let signed = try await text(answer).trimmingCharacters(in: .whitespacesAndNewlines)
            let statement = try Statement(verifying: signed, by: keys, at: house.site.now)
            #expect(statement.iss == "http://127.0.0.1:8080")
            #expect(statement.mandate.check == "http://127.0.0.1:8080" + house.filled("/controle/:code"))
        }
    }

    @Test func `a new key is published at once, and the old one stays`() async throws {
        let house = try await TestSite()
        let first = try await text(house.ask(.get, house.filled("/controle/:code/verklaring"), as: .stranger))
        let old = try #require(PublishedKeys(json: try await text(house.ask(.get, "/.well-known/jwks.json", as: .stranger))))
        try await house.site.statements.renewKey()
        let keys = try #require(PublishedKeys(json: try await text(house.ask(.get, "/.well-known/jwks.json", as: .stranger))))
        #expect(keys.keys.count == 2 && keys.keys.first == old.keys.first)
        let second = try await text(house.ask(.get, house.filled("/controle/:code/verklaring"), as: .citizen))
        for signed in [first, second] {
            _ = try Statement(
                verifying: signed.trimmingCharacters(in: .whitespacesAndNewlines), by: keys, at: house.site.now)
        }
    }

    @Test func `an answer waits for its time, whatever it is`() async throws {
        let begin = ContinuousClock.now
        #expect(try await Pace.even { "ja" } == "ja")
        await #expect(throws: Interruption.self) { try await Pace.even { throw Interruption.notFound } as Void }
        #expect(ContinuousClock.now - begin >= .milliseconds(40))
    }
}
