import Accounts
import Audit
import Coaching
import Courseware
import HTTPTypes
import HummingbirdCore
import Learning
import Mandates
import NIOCore
import Storage
import TestDatabase
import Testing

@testable import Web

/// A citizen who did everything there is to do is erased, and nothing personal is left anywhere in the database.
@Suite struct ErasureTests {
    static let secrets = ["Zebedea", "zebedea", "spoedgeval-wens", "spoedgeval-resultaat", "spoedgeval-mening", "spoedgeval-antwoord",
        "spoedgeval-bericht"]

    /// A learner of the group with an answer, an opinion, a mandate, and an act in it.
    private func citizen(of house: TestSite) async throws -> (Account, MandateID) {
        let site = house.site
        let karim = try #require(house.people[.coordinator])
        let bram = try #require(house.people[.helper])
        let carla = try #require(house.people[.coach])
        let group = try #require(GroupID(rawValue: house.parts["group"] ?? ""))
        let card = try #require(try await site.coachDesk.addLearner("Zebedea", to: group, by: carla))
        let citizen = try #require(try await house.database.read { try AccountStore().account(card.account, on: $0) })
        let lesson = try #require(TestSite.library.courses.first?.lessons.first)
        let study = Study(database: house.database, world: site.world)
        try await study.complete(Study.Place(lesson, lesson.steps[0].id), by: citizen.id, form: site.world.newID())
        try await house.database.write { connection in
            try LessonReactionStore().save(
                LessonReaction(by: citizen.id, to: lesson, in: .dutch, .glad, "spoedgeval-mening", at: site.now),
                on: connection)
            try LearningLog(world: site.world).append(
                LearningEvent(
                    id: site.world.newID(), account: citizen.id, course: lesson.course, lesson: lesson.id, step: nil,
                    deed: .answered(QuestionID(unchecked: "q"), .typed("spoedgeval-antwoord"), isRight: false),
                    occurredAt: site.now), on: connection)
        }
        let service = try #require(TestSite.library.services.first)
        let (request, match): (HelpRequestID, HelperMatchID) = (site.world.newID(), site.world.newID())
        try await site.helpDesk.ask(
            for: [service.id], HelpWish(words: "spoedgeval-wens"), chosen: nil, for: citizen, by: citizen, form: request)
        try await site.helpDesk.match(request, with: bram.id, by: karim, form: match)
        try await site.helpDesk.answer(match, by: bram, accepts: true)
        try await site.helpDesk.answer(match, by: citizen, wants: true)
        let mandate = try await site.helpDesk.offer(
            service.acts, for: .month, to: match, by: bram, service: service,
            text: try #require(TestSite.library.mandateText(on: Day(site.now).rawValue)))
        try await site.mandateDesk.consent(
            to: mandate, by: citizen, code: card.code.text, declares: true, form: site.world.newID())
        try await site.mandateDesk.record(
            RecordedAct(
                id: site.world.newID(), kind: service.acts[0], by: bram.id, at: site.now, doneOn: Day(site.now), minutes: 5,
                result: "spoedgeval-resultaat"),
            with: mandate, by: bram, proof: SignInProof(provedAt: site.now, seenAt: site.now))
        let slot = AppointmentSlot(start: site.now + .days(2), minutes: 60, place: .phone)
        try await site.appointmentDesk.propose(slot, in: match, by: bram, form: site.world.newID())
        for writer in [citizen, bram] {
            try await site.messageDesk.send("spoedgeval-bericht", in: match, by: writer, form: site.world.newID())
        }
        return (citizen, mandate)
    }

    private static var textColumns: SQL {
        switch TestDatabase.Engine.chosen {
        case .sqlite:
            """
            SELECT place.name AS table_name, part.name AS column_name
            FROM sqlite_master AS place, pragma_table_info(place.name) AS part
            WHERE place.type = 'table' AND part.type = 'TEXT'
            """
        case .postgreSQL:
            """
            SELECT table_name, column_name FROM information_schema.columns
            WHERE table_schema = 'public' AND data_type = 'text'
            """
        }
    }

    /// Every text of every table.
    private func texts(_ house: TestSite) async throws -> String {
        try await house.database.read { connection in
            var all = ""
            for column in try connection.rows(Self.textColumns) {
                let (table, name): (String, String) = (try column["table_name"], try column["column_name"])
                let query = SQL(stringLiteral: "SELECT \"\(name)\" AS text FROM \"\(table)\"")
                for row in try connection.rows(query) { all += (try row["text"] as String?) ?? "" }
            }
            return all
        }
    }

    @Test(arguments: [Visit.coordinator, .administrator])
    func `nothing personal is left, and the log is whole`(eraser: Visit) async throws {
        let house = try await TestSite()
        let (citizen, mandate) = try await citizen(of: house)
        let before = try await texts(house)
        for secret in Self.secrets { #expect(before.contains(secret), "\(secret)") }

        let path = "/personen/\(citizen.id.rawValue)/wissing"
        #expect(try await house.ask(.get, path, as: eraser).status == .ok)
        #expect(try await house.ask(.post, path, as: eraser).status == .unprocessableContent)
        #expect(try await house.ask(.post, path, as: eraser, form: "zeker=ja").headers[.location] == "/gewist")

        let after = try await texts(house)
        for secret in Self.secrets { #expect(!after.contains(secret), "\(secret)") }
        #expect(try await house.ask(.get, path, as: eraser).status == .notFound)
        let bram = try #require(house.people[.helper])
        let met = try await house.site.appointmentDesk.appointments(of: citizen)
        #expect(met.isEmpty)
        let seen = try await house.database.read { try MandateStore().mandate(mandate, for: bram, on: $0) }
        #expect(seen?.mandate.state(at: house.site.now) == .ended(.revoked))
        let page = try await house.ask(.get, "/machtigingen/\(mandate.rawValue)", as: .helper).wholeBody()
        #expect(page.map { String(buffer: $0) }?.contains("<dd>Iemand die is gewist</dd>") == true)
        for path in ["/helper", "/coordinatie"] { _ = try await house.ask(.get, path, as: path == "/helper" ? .helper : .coordinator) }
        let found = try await AuditVerification(of: house.database, against: nil)
        #expect(found.faults == [])
        let entries = try await house.database.read { try AuditLog().page(AuditFilter(), size: 1000, on: $0) }
        #expect(!entries.contains { $0.entry.subject == citizen.id || $0.entry.actor == citizen.id })
    }

    @Test func `a learner erases themselves with the three words, and not without`() async throws {
        let house = try await TestSite()
        let card = try await house.site.registration.takeName("Zebedea", for: try #require(house.people[.unnamed]))
        let wrong = try await house.ask(.post, "/mijn-gegevens/wissing", as: .unnamed, form: "code=fout+fout+fout")
        #expect(wrong.status == .unprocessableContent)
        let code = card.code.text.replacing(" ", with: "+")
        let right = try await house.ask(.post, "/mijn-gegevens/wissing", as: .unnamed, form: "code=\(code)")
        #expect(right.headers[.location] == "/gewist")
        let left = try await texts(house)
        for secret in Self.secrets { #expect(!left.contains(secret), "\(secret)") }
        #expect(try await AuditVerification(of: house.database, against: nil).faults == [])
    }
}
