@testable import Courseware
import Foundation
import Testing

/// What is read when, and what is read again.
struct LibraryReaderTests {
    private static func lesson(_ text: String) -> String {
        "---\ntitle: Les\nminutes: 5\ngoals: [Je weet het]\nsources: [\"https://www.digid.nl\"]\n---\n\n\(text)\n"
    }

    private static let page = "---\ntitle: Cursus\nsummary: Kort.\naudience: learner\nlevel: basis-1\nstatus: published\n---\n\nHallo.\n"

    private let site: TestCourse
    private let reader: LibraryReader

    init() throws {
        site = try TestCourse([
            "Courses/een/course.md": Self.page,
            "Courses/een/01-les.md": Self.lesson("## Stap {#stap}\n\nZie [daar](../twee/01-les.md#stap) en de polis."),
            "Courses/twee/course.md": Self.page,
            "Courses/twee/01-les.md": Self.lesson("## Stap {#stap}\n\nHallo."),
            "Content/glossary/nl.md": "## Brief {#brief}\n\nEen blad papier.\n",
        ])
        reader = LibraryReader(courses: "\(site.root)/Courses", content: "\(site.root)/Content")
    }

    private func write(_ text: String?, _ path: String) throws {
        let url = URL(fileURLWithPath: "\(site.root)/\(path)")
        guard let text else { return try FileManager.default.removeItem(at: url) }
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    private func reading(_ course: String, in library: Library) throws -> CourseReading {
        try #require(library.source.readings.first { $0.front.listing.id == course })
    }

    @Test func `a course is read when it is first asked for`() throws {
        let library = reader.read()
        #expect(library.source.readings.allSatisfy { $0.contentsIfRead == nil })
        #expect(library.course(CourseID(unchecked: "twee"))?.lessons.count == 1)
        #expect(try reading("twee", in: library).contentsIfRead != nil)
        #expect(try reading("een", in: library).contentsIfRead == nil)
        #expect(library.courses.map(\.id.rawValue) == ["een", "twee"])
    }

    @Test func `where nothing changed, nothing is read`() {
        #expect(reader.changes(since: reader.read()) == nil)
    }

    @Test func `what did not change is taken over`() throws {
        let library = reader.read()
        _ = library.courses
        try write(Self.lesson("## Stap {#stap}\n\nAnders."), "Courses/twee/01-les.md")
        let changed = try #require(reader.changes(since: library))
        #expect(try reading("een", in: changed) === reading("een", in: library))
        let step = changed.course(CourseID(unchecked: "twee"))?.lessons.first?.steps.first
        #expect(step?.texts[.dutch].prose.contains("Anders.") == true)
        #expect(reader.changes(since: changed) == nil)
    }

    @Test func `a file of the same length is another when it was written again`() throws {
        let library = reader.read()
        let path = "Courses/twee/01-les.md"
        try write(Self.lesson("## Stap {#stap}\n\nDag!!!"), path)
        // A file system may count the time in steps of several milliseconds.
        let later = Date(timeIntervalSinceNow: 1)
        try FileManager.default.setAttributes([.modificationDate: later], ofItemAtPath: "\(site.root)/\(path)")
        #expect(reader.changes(since: library) != nil)
    }

    @Test func `a step that goes away is missed by the course that leads to it`() throws {
        let library = reader.read()
        #expect(library.findings.map(\.text) == [])
        try write(Self.lesson("## Stap {#anders}\n\nHallo."), "Courses/twee/01-les.md")
        let changed = try #require(reader.changes(since: library))
        #expect(changed.findings.map(\.rule) == ["broken-anchor"])
        #expect(changed.findings.first?.path.hasSuffix("een/01-les.md") == true)
        #expect(changed.findings.first?.remedy == "use one of: anders")
        let course = try #require(changed.course(CourseID(unchecked: "een")))
        #expect(changed.findings(of: course, in: .dutch) == changed.findings)
    }

    @Test func `a lesson that goes away is missed by the course that leads to it`() throws {
        let library = reader.read()
        try write(nil, "Courses/twee/01-les.md")
        let changed = try #require(reader.changes(since: library))
        #expect(changed.findings.contains { $0.rule == "broken-link" && $0.path.hasSuffix("een/01-les.md") })
    }

    @Test func `a new word of the glossary is marked in every course`() throws {
        let library = reader.read()
        try write("## Polis {#polis}\n\nEen papier.\n", "Content/glossary/nl.md")
        let changed = try #require(reader.changes(since: library))
        let step = changed.course(CourseID(unchecked: "een"))?.lessons.first?.steps.first
        #expect(step?.texts[.dutch].terms.map(\.word) == ["Polis"])
    }

    @Test func `what is found is the same whether it was taken over or not`() throws {
        let library = reader.read()
        let index = SearchIndex(library, in: .dutch, .none) { _ in nil }
        try write(Self.lesson("## Paspoort {#stap}\n\nAnders."), "Courses/twee/01-les.md")
        let changed = try #require(reader.changes(since: library))
        let fresh = SearchIndex(changed, in: .dutch, .none) { _ in nil }
        let renewed = SearchIndex(changed, in: .dutch, .none, after: index) { _ in nil }
        for query in ["paspoort", "polis", "papier", "hallo", "les"] {
            #expect(renewed.find(query).map(\.address) == fresh.find(query).map(\.address))
        }
        #expect(index.find("paspoort").isEmpty && !renewed.find("paspoort").isEmpty)
    }

    @Test func `a line as long as a book is refused, where it stands`() throws {
        try write(Self.lesson("## Stap {#stap}\n\n" + String(repeating: "woord ", count: 2_000)), "Courses/twee/01-les.md")
        let finding = try #require(reader.read().findings.first { $0.path.hasSuffix("twee/01-les.md") })
        #expect("\(finding.line):\(finding.column) \(finding.problem)" == "10:1 this line is longer than 10000 bytes")
    }

    @Test func `a text as long as a book is refused, a drawing of that size is not`() throws {
        let text = String(repeating: "Dit is een regel.\n", count: 15_000)
        try write(Self.lesson("## Stap {#stap}\n\n" + text), "Courses/twee/01-les.md")
        let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><!-- \(text) --></svg>"
        try write(drawing, "Courses/twee/images/groot.svg")
        let findings = reader.read().findings.filter { $0.path.contains("Courses/twee") }
        #expect(findings.map(\.problem).first == "this file is larger than 250000 bytes")
        #expect(!findings.contains { $0.path.hasSuffix("groot.svg") })
    }
}
