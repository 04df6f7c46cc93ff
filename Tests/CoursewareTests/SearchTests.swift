import Foundation
import Testing

@testable import Courseware

@Suite struct SearchTests {
    static let library: Library = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path
        return LibraryReader(courses: "\(root)/Courses", content: "\(root)/Content").read()
    }()
    static let dutch = SearchIndex(library, in: .dutch, .none) { "/\($0)" }
    static let english = SearchIndex(library, in: .english, .none) { "/\($0)" }

    @Test(arguments: ["machtigen", "machtiging", "gemachtigd", "MACHTIGEN", "mächtigen", "machtingen", "machtigne"])
    func `every form of a word finds the course, also with a mistake`(query: String) {
        #expect(Self.dutch.find(query).contains { $0.title.contains("machtig") || $0.title.contains("Machtig") }, "\(query)")
    }

    @Test(arguments: [
        ("inloggen sms", "Inloggen met een sms-code"), ("digid aanvragen", "DigiD aanvragen"), ("berichtenbox", "Berichtenbox"),
        ("aangevraagd", "DigiD aanvragen"), ("aanvragne <b>", "DigiD aanvragen"),
    ])
    func `what fits best stands high`(query: String, title: String) {
        let titles = Self.dutch.find(query).prefix(4).map(\.title)
        #expect(titles.contains { $0.localizedCaseInsensitiveContains(title) }, "\(titles)")
    }

    @Test func `words, services and pages are found too`() {
        #expect(Self.dutch.find("phishing").first?.kind == .term)
        #expect(Self.dutch.find("toeslagen").contains { $0.kind == .service })
        #expect(Self.dutch.find("privacy").contains { $0.kind == .page })
    }

    @Test func `each reader searches in an own language`() {
        #expect(Self.english.find("applying").contains { $0.title.contains("Apply") })
        #expect(Self.english.find("passwords").contains { $0.title == "password" })
    }

    @Test(arguments: ["", "   ", "!!", "zzzzzz", String(repeating: "a", count: 10_000), "\u{0}", "<script>"])
    func `what cannot be found gives nothing`(query: String) {
        #expect(Self.dutch.find(query).isEmpty)
    }

    @Test func `what may not be seen is not found`() {
        let found = Self.dutch.find("machtigen") { $0.course?.rawValue != "machtigen" }
        #expect(!found.isEmpty && !found.contains { $0.course?.rawValue == "machtigen" })
    }

    @Test(arguments: [("digid", "digid", 0), ("digid", "digdi", 1), ("digid", "diged", 1), ("digid", "digi", 1), ("digid", "dagod", 2)])
    func `mistakes of typing are counted`(left: String, right: String, count: Int) {
        #expect(Typing.distance(left, right, most: 2) == count)
    }
}
