import Accounts
import Audit
import Courseware
import HTTPTypes
import HummingbirdCore
import Mandates
import NIOCore
import Storage
import Testing

@testable import Web

/// What stands in the log, and who reads it how.
@Suite struct AuditLogTests {
    private func text(_ house: TestSite, _ path: String, as visit: Visit) async throws -> String {
        try await house.ask(.get, path, as: visit).wholeBody().map { String(buffer: $0) } ?? ""
    }

    private func actions(_ house: TestSite) async throws -> [String] {
        try await house.database.read { try AuditLog().page(AuditFilter(), size: 1000, on: $0).map(\.entry.action.rawValue) }
    }

    @Test func `everything that can happen to a mandate has a sentence`() {
        for language in TestSite.library.labels.keys {
            let labels = Labels(language, in: TestSite.library)
            for kind in MandateEvent.Kind.allCases {
                #expect(labels["log.mandate.\(kind.rawValue)"] != "log.mandate.\(kind.rawValue)", "\(language) \(kind)")
            }
            for kind in AppointmentEvent.Kind.allCases.map(\.rawValue) + ["proposed"] {
                #expect(labels["log.appointment.\(kind)"] != "log.appointment.\(kind)", "\(language) \(kind)")
            }
        }
    }

    @Test(arguments: [
        ("/coordinatie", Visit.coordinator, "help.seen"), ("/helper", .helper, "help.seen"),
        ("/coordinatie", .coordinator, "mandate.listed"), ("/helper", .helper, "mandate.listed"),
        ("/groepen/:group", .coach, "learner.progress-seen"), ("/groepen/:group", .coordinator, "learner.progress-seen"),
        ("/machtigingen/:mandate", .helper, "mandate.seen"), ("/machtigingen/:mandate", .coordinator, "mandate.seen"),
        ("/groepen/:group/cursisten/:learner", .coach, "learner.attempts-seen"), ("/logboek", .auditor, "audit.seen"),
    ]) func `staff who look at somebody's data leave an entry, and the person sees it`(
        path: String, visit: Visit, action: String
    ) async throws {
        let house = try await TestSite()
        let before = try await actions(house).filter { $0 == action }.count
        #expect(before == 0)
        #expect(try await house.ask(.get, house.filled(path), as: visit).status == .ok)
        let after = try await actions(house).filter { $0 == action }.count
        #expect(after > 0)
        if visit == .auditor { return }
        let log = try await text(house, "/wie-deed-wat", as: .citizen)
        let role = Labels(.dutch, in: TestSite.library)["role.\(visit.rawValue)"]
        #expect(log.contains("\(visit.rawValue) (\(role)) \(Labels(.dutch, in: TestSite.library)["log.\(action)"])"))
        if action != "learner.attempts-seen" {
            _ = try await house.ask(.get, house.filled(path), as: visit)
            #expect(try await actions(house).filter { $0 == action }.count == after, "once a day")
        }
    }

    @Test func `a citizen who looks at their own mandate leaves none`() async throws {
        let house = try await TestSite()
        _ = try await house.ask(.get, house.filled("/machtigingen/:mandate"), as: .citizen)
        #expect(try await !actions(house).contains("mandate.seen"))
    }

    @Test func `the auditor sees what was done without who it was about`() async throws {
        let house = try await TestSite()
        _ = try await house.ask(.get, house.filled("/groepen/:group/cursisten/:learner"), as: .coach)
        let all = try await text(house, "/logboek", as: .auditor)
        #expect(all.contains("learner.attempts-seen") && all.contains("coach (coach)"))
        #expect(!all.contains("Fatma") && !all.contains(house.parts["learner"] ?? "?"))
        let some = try await text(house, "/logboek?handeling=learner.attempts-seen&uitkomst=done", as: .auditor)
        #expect(some.contains("<td>learner.attempts-seen</td>") && !some.contains("<td>group.made</td>"))
        #expect(try await text(house, "/logboek?dag=2001-01-01", as: .auditor).contains("role=\"status\""))
        #expect(try await house.ask(.get, "/logboek?dag=gisteren", as: .auditor).status == .unprocessableContent)
        #expect(try await text(house, "/logboek?voor=2", as: .auditor).contains("<th scope=\"row\">1</th>"))
    }

    @Test func `a day is from midnight to midnight in the Netherlands`() throws {
        for (day, hours) in [("2026-11-24", 24), ("2026-03-29", 23), ("2026-10-25", 25)] {
            let range = try #require(Instant.range(ofDay: day))
            #expect(range.upperBound - range.lowerBound == .hours(hours))
            #expect(range.lowerBound.isoDay == day)
        }
        for text in ["", "2026-13-01", "2026-02-30", "24-11-2026", "2026-11-24 ", "vandaag"] {
            #expect(Instant.range(ofDay: text) == nil, "\(text)")
        }
    }
}
