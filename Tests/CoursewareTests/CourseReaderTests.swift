import Courseware
import Foundation
import Markup
import Testing

/// A course of its own for each thing that a course can have.
@Suite struct CourseReaderTests {
    private static let course = "---\ntitle: Proef\nsummary: Een proef.\naudience: learner\nlevel: basis-1\nstatus: published\n---\n"
    private static let head = "---\ntitle: Les\nminutes: 5\ngoals: [Je kunt het.]\n---\n\n"

    private func read(_ files: [String: String]) throws -> Course {
        let site = try TestCourse(["Courses/proef/course.md": Self.course].merging(files) { $1 })
        return try #require(site.library.course(CourseID(unchecked: "proef")))
    }

    private func step(_ text: String, _ more: [String: String] = [:], in language: Language = .dutch) throws -> StepText {
        let course = try read(["Courses/proef/01-les.md": Self.head + text].merging(more) { $1 })
        return try #require(course.lessons.first?.steps.first).texts[language]
    }

    @Test func `the number orders lessons, also above nine`() throws {
        let text = Self.head + "## Stap {#stap}\n\nTekst.\n"
        let course = try read([
            "Courses/proef/1-a.md": text, "Courses/proef/10-c.md": text, "Courses/proef/2-b.md": text, "Courses/proef/slot.md": text,
        ])
        #expect(course.lessons.map(\.id.rawValue) == ["a", "b", "c", "slot"])
    }

    @Test func `the reader gets the picture, the lesson and the practice of the own language`() throws {
        let files = [
            "Courses/proef/images/brief.svg": "<svg/>", "Courses/proef/images/brief.en.svg": "<svg/>",
            "Courses/proef/01-les.en.md": Self.head + "## Step {#stap}\n\n![a letter](images/brief.svg)\n",
        ]
        let text = "## Stap {#stap}\n\n![een brief](images/brief.svg)\n"
        #expect(try step(text, files).prose.contains("brief.svg"))
        #expect(try step(text, files, in: .english).prose.contains("brief.en.svg"))
    }

    @Test func `a right-to-left language is written with its own file like any other`() throws {
        let course = try read([
            "Courses/proef/01-les.md": Self.head + "## Stap {#stap}\n\nTekst.\n",
            "Courses/proef/01-les.ar.md": Self.head + "## خطوة {#stap}\n\nنص.\n",
        ])
        let lesson = try #require(course.lessons.first)
        #expect(lesson.texts.languages == [.dutch, "ar"])
        #expect(lesson.steps.first?.texts["ar"].title == "خطوة")
        #expect(Language("ar").isRightToLeft && !Language.dutch.isRightToLeft)
    }

    @Test func `a tag that is no language leaves the plain file alone`() throws {
        for tag in ["EN", "english", "en_GB", "nl"] {
            let course = try read([
                "Courses/proef/01-les.md": Self.head + "## Stap {#stap}\n\nTekst.\n",
                "Courses/proef/01-les.\(tag).md": Self.head + "## Ander {#ander}\n\nTekst.\n",
            ])
            #expect(course.lessons.flatMap(\.steps).map(\.id.rawValue) == ["stap"], "\(tag)")
        }
    }

    @Test func `what a translation does not say again is as in the original`() throws {
        let practice = "---\ntitle: Oefenen\nsite: Oefenstad\naddress: www.oefenstad.example\ngoal: Log in.\ntasks:\n  in: Log in\n---\n\n## Klaar {#klaar}\n\nKlaar.\n"
        let course = try read([
            "Courses/proef/practices/oefenen.md": practice,
            "Courses/proef/practices/oefenen.en.md": "---\ntitle: Practise\n---\n\n## Done {#klaar}\n\nDone.\n",
        ])
        let text = try #require(course.practices.first).texts[.english]
        #expect(text.title == "Practise" && text.address == "www.oefenstad.example" && text.goal == "Log in.")
        #expect(text.tasks.map(\.flag) == ["in"])
    }

    @Test(arguments: [("draft", Course.Status.draft), ("archived", .archived), ("published", .published)])
    func `a course has the status that is written`(word: String, status: Course.Status) throws {
        #expect(try read(["Courses/proef/course.md": Self.course.replacing("published", with: word)]).status == status)
    }

    @Test func `a step is found by the id it had before`() throws {
        let course = try read([
            "Courses/proef/01-les.md": Self.head.replacing("goals", with: "moved: {oud: midden, midden: nieuw, nieuw: weg}\ngoals")
                + "## Stap {#nieuw}\n\nTekst.\n"
        ])
        let lesson = try #require(course.lessons.first)
        for id in ["oud", "midden", "nieuw"] { #expect(lesson.step(StepID(unchecked: id))?.id.rawValue == "nieuw") }
        #expect(lesson.step(StepID(unchecked: "weg")) == nil)
    }

    @Test func `links lead from where the file stands`() throws {
        let other = [
            "Courses/ander/course.md": Self.course, "Courses/ander/01-begin.md": Self.head + "## Stap {#stap}\n\nTekst.\n",
            "Courses/proef/02-twee.md": Self.head + "## Stap {#stap}\n\nTekst.\n",
        ]
        let prose = try step(
            "## Stap {#stap}\n\n[a](02-twee.md#stap) [b](../ander/course.md) [c](../ander/01-begin.md) [d](./02-twee.md) [e](../02-twee.md)\n", other
        ).prose
        for address in ["#proef/twee/stap", "#ander", "#ander/begin", "#proef/twee"] { #expect(prose.contains("href=\"\(address)\"")) }
        #expect(!prose.contains(">e</a>"))
        let course = try read(other.merging([
            "Courses/proef/practices/p.md": "---\ntitle: P\n---\n\n## A {#klaar}\n\n[a](../02-twee.md) [b](../../ander/01-begin.md)\n"
        ]) { $1 })
        guard case .paragraph(let inlines)? = course.practices.first?.texts[.dutch].screens.first?.parts.first?.content,
            case .html(let html)? = inlines.first
        else { throw NoParagraph() }
        #expect(html.string.contains("#proef/twee") && html.string.contains("#ander/begin"))
    }

    @Test func `what a link out of the folder leads to is passed over`() throws {
        let site = try TestCourse(["Courses/proef/course.md": Self.course, "Courses/proef/images/a.svg": "<svg/>"])
        let files = FileManager.default
        try files.createSymbolicLink(atPath: "\(site.root)/Courses/proef/images/b.svg", withDestinationPath: "/etc/hostname")
        try files.createSymbolicLink(atPath: "\(site.root)/Courses/elders", withDestinationPath: "/etc")
        try files.createSymbolicLink(atPath: "\(site.root)/Courses/proef/01-les.md", withDestinationPath: "/etc/passwd")
        let library = site.library
        let course = CourseID(unchecked: "proef")
        #expect(library.courses.map(\.id) == [course] && library.courses.flatMap(\.lessons).isEmpty)
        #expect(library.picture("a.svg", of: course) != nil && library.picture("b.svg", of: course) == nil)
    }

    @Test func `everything in a checklist is there, and what has a mark can be ticked`() throws {
        let list = try #require(
            try step("## Stap {#stap}\n\n- [ ] Een\n  - [ ] Een a\n\n  Meer.\n- zonder\n- [x] Twee\n").checklist)
        #expect(list.items.map { $0.id ?? "-" } == ["1.1", "1.2", "-", "1.3"])
        #expect(list.items.map(\.label.string) == ["Een", "Een a", "zonder", "Twee"])
        #expect(list.items[0].more.string.contains("Meer."))
    }

    @Test func `an id after a heading of any level is not shown`() throws {
        let prose = try step("## Stap ## {#stap}\n\n### Deel {#deel}\n\nTekst.\n").prose
        #expect(prose.contains("<h2>Deel</h2>"))
    }

    struct NoParagraph: Error {}
}

@Suite struct ScreenReaderTests {
    private func screen(_ text: String) throws -> Screen {
        let site = try TestCourse([
            "Courses/proef/course.md": "---\ntitle: Proef\n---\n",
            "Courses/proef/practices/p.md": "---\ntitle: P\npersona: fatma\n---\n\n## Begin {#begin}\n\n\(text)\n\n## Klaar {#klaar}\n\nKlaar.\n",
            "Content/personas/fatma.md": "---\nname: Fatma\ndetails:\n  naam: fyilmaz\n  telefoon: \"06 00\"\n---\n\nFatma.\n",
        ])
        return try #require(site.library.courses.first?.practices.first?.texts[.dutch].screens.first)
    }

    @Test(arguments: [
        "> [!TIP]\n> [Verder](#klaar)", "### [Verder](#klaar)", "*[Verder](#klaar)*", "- Een\n\n  [Verder](#klaar)", "- a\n  - [Verder](#klaar)",
        "**[A](#klaar) en [B](#begin)**", "Zie **de [knop](#klaar)**",
    ])
    func `a link works wherever it stands`(text: String) throws {
        #expect(try screen(text).links.first?.target == .done)
    }

    @Test(arguments: ["**[Verder](#klaar)**", "[**Verder**](#klaar)", "**[Verder](#klaar) of [Terug](#begin)**"])
    func `a bold link is the main button, however it is written`(text: String) throws {
        #expect(try screen(text).links.first?.isMain == true)
    }

    @Test func `a link is there under all conditions before it`() throws {
        let ways = try screen("{?a} {!b} [Verder](#klaar)\n\n- {?c} [Terug](#begin)").ways
        #expect(ways.map { $0.conditions.map(\.flag) } == [["a", "b"], ["c"]])
        #expect(ways[0].conditions.hold(["a"]) && !ways[0].conditions.hold(["a", "b"]) && !ways[0].conditions.hold([]))
    }

    @Test func `details of the persona can be a part of an answer`() throws {
        let field = try #require(
            try screen("| F | K | A | H |\n| - | - | - | - |\n| Naam | text | {naam} op {telefoon} | Kijk. |\n\n**[Verder](#klaar)**").fields.first)
        #expect(field.expected == .text("fyilmaz op 06 00") && field.details == ["naam", "telefoon"])
    }
}
