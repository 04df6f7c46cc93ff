import Courseware
import Foundation
import Testing

/// A small site without a fault, and for each rule one fault put into it.
@Suite struct ChecksTests {
    static let course = """
        ---
        title: Proef
        summary: Een proef.
        audience: learner
        level: basis-1
        status: published
        ---

        Welkom.
        """

    static let lesson = """
        ---
        title: Les
        minutes: 5
        goals: [Je kunt het.]
        checked: 2026-11-01
        sources: [https://www.digid.nl]
        ---

        ## Eén {#een}

        Zie [de brief](term:brief) en [stap twee](#twee). ![een brief](images/brief.svg)

        > [!QUESTION] {#wie}
        > Wie?
        >
        > - [ ] Jij
        >   Nee.
        > - [x] Ik

        ### Meer

        Zie ook [deze les](01-les.md#twee) en [hulp](service:post).

        ## Twee {#twee}

        [Oefen](practices/oefenen.md)
        """

    static let practice = """
        ---
        title: Oefenen
        site: Oefenstad
        address: www.oefenstad.example
        goal: Log in.
        persona: fatma
        tasks:
          ingelogd: Log in
        ---

        ## Begin {#start}

        | Veld | Soort | Antwoord | Hulp |
        | - | - | - | - |
        | Naam | text | {naam} | Kijk op het kaartje. |

        **[Verder](#eind "+ingelogd")**

        ## Eind {#eind}

        [Terug](#start)
        """

    static let files = [
        "Courses/proef/course.md": course,
        "Courses/proef/01-les.md": lesson,
        "Courses/proef/practices/oefenen.md": practice,
        "Courses/proef/images/brief.svg": "<svg viewBox=\"0 0 10 10\"/>",
        "Content/glossary/nl.md": "## brief {#brief}\n\nPost op papier.\n",
        "Content/jargon/nl.txt": "betreffende = over\nten behoeve van = voor\n",
        "Content/interface/nl.yml": "next: Verder\ncount: \"{count} lessen\"\n",
        "Content/personas/fatma.md": "---\nname: Fatma\ndetails:\n  naam: fyilmaz\n---\n\nZij woont hier.\n",
        "Content/services/post.md":
            "---\ntitle: Post\norganisation: Oefenstad\ntheme: post\nrisk: low\nmax_days: 30\nacts:\n  lezen: Samen lezen\nlessons: [proef/les]\n---\n\nUitleg.\n",
    ]

    struct Fault: Sendable, CustomTestStringConvertible {
        let rule: String
        let file: String
        /// What is replaced by what.
        let old: String
        let new: String
        let line: Int
        let column: Int
        var testDescription: String { "\(rule): \(new.prefix(30))" }

        init(_ rule: String, _ file: String, _ old: String, _ new: String, _ line: Int, _ column: Int) {
            (self.rule, self.file, self.old, self.new, self.line, self.column) = (rule, file, old, new, line, column)
        }
    }

    /// Long words, in sentences that are not too long.
    private static let hard = String(
        repeating: "Verantwoordelijke verzekeringsmaatschappijen organiseren voorlichtingsbijeenkomsten. ", count: 20)
    private static let les = "Courses/proef/01-les.md"
    private static let oefenen = "Courses/proef/practices/oefenen.md"

    static let faults = [
        Fault("front-matter", les, "title: Les", "title: \"Les", 2, 8),
        Fault("front-matter", "Courses/proef/course.md", "level: basis-1", "level: B1", 5, 1),
        Fault("front-matter", les, "minutes: 5", "minutes: vijf", 3, 1),
        Fault("unknown-key", les, "minutes: 5", "minutes: 5\nduration: 5", 4, 1),
        Fault("required-key", les, "minutes: 5\n", "", 1, 1),
        Fault("duplicate-id", les, "## Twee {#twee}", "## Twee {#een}", 24, 9),
        Fault("missing-id", les, "## Eén {#een}", "## Eén", 9, 7),
        Fault("missing-id", les, "## Eén {#een}", "## Eén {#Één}", 9, 8),
        Fault("broken-link", les, "(practices/oefenen.md)", "(practices/weg.md)", 26, 9),
        Fault("broken-link", les, "[deze les](01-les.md#twee)", "[deze les](09-weg.md)", 22, 20),
        Fault("broken-link", "Content/services/post.md", "proef/les", "proef/weg", 9, 11),
        Fault("broken-anchor", les, "(#twee)", "(#drie)", 11, 43),
        Fault("broken-anchor", les, "01-les.md#twee", "01-les.md#drie", 22, 20),
        Fault("missing-image", les, "images/brief.svg", "images/weg.svg", 11, 64),
        Fault("missing-alt", les, "![een brief]", "![]", 11, 51),
        Fault("raw-html", les, "Zie ook", "Zie <b>ook</b>", 22, 5),
        Fault("heading-order", les, "### Meer", "##### Meer", 20, 1),
        Fault("heading-order", les, "### Meer", "# Meer", 20, 1),
        Fault("empty-step", les, "\n[Oefen](practices/oefenen.md)", "", 24, 1),
        Fault("question-without-answer", les, "- [x] Ik", "- [ ] Ik", 13, 1),
        Fault("question-kind", les, "> - [x] Ik", "> - Ik", 13, 1),
        Fault("unknown-term", les, "term:brief", "term:kaart", 11, 16),
        Fault("unknown-persona", oefenen, "persona: fatma", "persona: henk", 6, 1),
        Fault("unknown-detail", oefenen, "{naam}", "{pincode}", 15, 17),
        Fault("unknown-service", les, "service:post", "service:weg", 22, 46),
        Fault("practice-dead-end", oefenen, "\n\n## Eind {#eind}", " [Bel](#bel)\n\n## Bel {#bel}\n\nBel ons.\n\n## Eind {#eind}", 19, 1),
        Fault("practice-dead-end", oefenen, "\n\n## Eind {#eind}", " [Post](#post)\n\n## Post {#post}\n\n{!open} [Open](#post \"+open\")\n\n## Eind {#eind}", 19, 1),
        Fault("practice-unreachable", oefenen, "[Terug](#start)", "[Terug](#start)\n\n## Los {#los}\n\n[Terug](#start)", 23, 1),
        Fault("practice-no-finish", oefenen, " \"+ingelogd\"", "", 8, 3),
        Fault("real-bsn", les, "Zie ook", "Het is 123456782. Zie ook", 22, 8),
        Fault("unsafe-link", les, "(#twee)", "(javascript:alert)", 11, 43),
        Fault("question-without-id", les, "[!QUESTION] {#wie}", "[!QUESTION]", 13, 1),
        Fault("no-source", les, "sources: [https://www.digid.nl]\n", "", 1, 1),
        Fault("checked-long-ago", les, "2026-11-01", "2026-05-01", 5, 1),
        Fault("no-feedback", les, "\n>   Nee.", "", 13, 1),
        Fault("vague-link", les, "[stap twee]", "[hier]", 11, 31),
        Fault("long-sentence", les, "Zie ook", "Dit is een zin die veel te lang is want hij gaat maar door en houdt niet op. Zie ook", 22, 1),
        Fault("hard-word", les, "Zie ook", "Dit is een verzekeringsmaatschappij. Zie ook", 22, 12),
        Fault("passive-voice", les, "Zie ook", "Het nummer wordt naar je gestuurd. Zie ook", 22, 12),
        Fault("jargon", les, "Zie ook", "Dit is een brief betreffende jou. Zie ook", 22, 18),
        Fault("jargon", les, "Zie ook", "Kom **nu** ten behoeve van jou. Zie ook", 22, 12),
        Fault("low-contrast-image-text", "Courses/proef/images/brief.svg", "/>", ">\n  <text x=\"1\" y=\"9\" fill=\"#999\">Post</text></svg>", 2, 3),
        Fault("readability", les, "Zie ook", hard + "Zie ook", 1, 1),
        Fault("long-text", les, "Zie ook", String(repeating: "woord ", count: 151) + "Zie ook", 9, 1),
        Fault("long-text", les, "Zie ook", String(repeating: "- woord\n", count: 151) + "\nZie ook", 9, 1),
        Fault("front-matter", les, "goals: [Je kunt het.]", "goals: Je kunt het.", 4, 1),
        Fault("front-matter", les, "2026-11-01", "2026-02-30", 5, 1),
        Fault("front-matter", oefenen, "ingelogd: Log in", "ingelogd:", 8, 3),
        Fault("front-matter", "Content/services/post.md", "lezen: Samen lezen", "lezen:", 8, 3),
        Fault("raw-html", les, "Zie ook", "| a \\| b <b>c</b> | d |\n| - | - |\n\nZie ook", 22, 10),
        Fault("front-matter", "Content/interface/nl.yml", "{count} lessen\"", "{count} lessen", 2, 8),
        Fault("unsafe-link", les, "https://www.digid.nl", "javascript:alert(1)", 6, 11),
        Fault("unsafe-link", les, "https://www.digid.nl", "digid.nl", 6, 11),
        Fault("raw-html", les, "Zie ook", "Zie</b> ook", 22, 4),
        Fault("heading-order", les, "Zie ook", "> # Kop\n\nZie ook", 22, 3),
        Fault("broken-link", les, "01-les.md#twee", "les.md#twee", 22, 20),
        Fault("broken-link", les, "01-les.md#twee", "../01-les.md#twee", 22, 20),
        Fault("broken-anchor", les, "(practices/oefenen.md)", "(practices/oefenen.md#weg)", 26, 9),
        Fault("broken-anchor", les, "minutes: 5", "minutes: 5\nmoved: {oud: weg}", 4, 9),
        Fault("duplicate-id", les, "minutes: 5", "minutes: 5\nmoved: {een: twee}", 4, 9),
        Fault("missing-image", les, "images/brief.svg", "images/brief.gif", 11, 64),
        Fault("question-kind", les, "[!QUESTION] {#wie}", "[!VRAAG] {#wie}", 13, 1),
        Fault("question-kind", les, "> Wie?\n>", ">", 13, 1),
        Fault("question-kind", les, "> - [x] Ik", "> - [x] Ik\n>\n> 1. Een\n> 2. Twee", 13, 1),
        Fault("question-kind", les, "Zie ook", "- > [!QUESTION] {#los}\n  > Wie?\n\nZie ook", 22, 3),
        Fault("question-without-id", les, "{#wie}", "{#Wie}", 13, 15),
        Fault("question-kind", oefenen, "| text |", "| getal |", 15, 10),
        Fault("question-kind", oefenen, "| Antwoord | Hulp |\n| - | - | - | - |", "| Antwoord |\n| - | - | - |", 15, 3),
        Fault("question-without-answer", oefenen, "| text | {naam}", "| date | 5-12-2026", 15, 17),
        Fault("question-without-answer", oefenen, "| text | {naam}", "| checkbox | ja", 15, 21),
        Fault("question-without-answer", oefenen, "| text | {naam}", "| choice: A / B | C", 15, 26),
        Fault("practice-dead-end", oefenen, "**[Verder](#eind \"+ingelogd\")**", "[Verder](#eind \"+ingelogd\")", 13, 1),
        Fault("practice-dead-end", oefenen, "(#eind \"+ingelogd\")**\n\n## Eind {#eind}\n\n[Terug](#start)", "(#eind)** [Log in](#start \"+ingelogd\")\n\n## Eind {#eind}\n\n{?ingelogd} [Terug](#start)", 19, 1),
        Fault("practice-unreachable", oefenen, "[Terug](#start)", "{?nooit} Tekst.\n\n[Terug](#start)", 21, 1),
        Fault("practice-unreachable", oefenen, "## Begin", "Hallo.\n\n## Begin", 11, 1),
        Fault("unknown-key", oefenen, "\"+ingelogd\"", "\"+ingelogd weg\"", 17, 29),
    ]

    private func findings(_ files: [String: String]) throws -> [Finding] {
        let course = try TestCourse(files)
        return LibraryReader(courses: "\(course.root)/Courses", content: "\(course.root)/Content")
            .read(today: "2026-11-24").findings.map { finding in
                var finding = finding
                finding.path = String(finding.path.dropFirst(course.root.count + 1))
                return finding
            }
    }

    @Test func `a site without a fault has no finding`() throws {
        #expect(try findings(Self.files).map(\.text) == [])
    }

    @Test(arguments: faults) func `a fault is found, in its place`(fault: Fault) throws {
        var files = Self.files
        let text = try #require(files[fault.file])
        try #require(text.contains(fault.old))
        files[fault.file] = text.replacing(fault.old, with: fault.new, maxReplacements: 1)
        let found = try findings(files).filter { $0.rule == fault.rule && $0.path == fault.file }
        #expect(found.map { "\($0.line):\($0.column)" } == ["\(fault.line):\(fault.column)"], "\(found.map(\.text))")
        #expect(found.allSatisfy { !$0.remedy.isEmpty })
    }

    @Test func `a translation has the same steps`() throws {
        var files = Self.files
        files["Courses/proef/01-les.en.md"] = "---\ntitle: Lesson\n---\n\n## One {#een}\n\n\(Self.question)\n\n## Three {#drie}\n\nText.\n"
        #expect(try findings(files).map { "\($0.line):\($0.column) \($0.rule)" } == ["14:1 translation-steps-differ"])
        files["Courses/proef/01-les.en.md"] = "---\ntitle: Lesson\n---\n\n## One {#een}\n\n\(Self.question)\n\n## Two {#twee}\n\nText.\n"
        #expect(try findings(files).map(\.text) == [])
        files["Courses/proef/01-les.en.md"] = "---\ntitle: Lesson\n---\n\n## One {#een}\n\nText.\n\n## Two {#twee}\n\nText.\n"
        #expect(try findings(files).map { "\($0.line):\($0.column) \($0.rule)" } == ["5:1 translation-outdated"])
    }

    /// The question of the lesson, translated.
    static let question = "> [!QUESTION] {#wie}\n> Who?\n>\n> - [ ] You\n>   No.\n> - [x] I"

    @Test func `a translated screen asks for what the original asks for`() throws {
        var files = Self.files
        let translation = Self.practice.replacing("Veld", with: "Field").replacing("Naam", with: "Name")
        files["Courses/proef/practices/oefenen.en.md"] = translation
        #expect(try findings(files).map(\.text) == [])
        files["Courses/proef/practices/oefenen.en.md"] = translation.replacing("  ingelogd: Log in", with: "  in: Sign in")
        #expect(try findings(files).map { "\($0.line):\($0.column) \($0.rule)" } == ["8:3 unknown-key"])
        files["Courses/proef/practices/oefenen.en.md"] = translation.replacing("| text |", with: "| email |")
        #expect(try findings(files).map { "\($0.line):\($0.column) \($0.rule)" } == ["11:1 translation-outdated"])
    }

    @Test(arguments: [
        "Goed gedaan.", "[Open](#eind \"+open\")", "{!open} [Open](#eind \"+open\")\n\n{?open} [Terug](#start)",
    ])
    func `a practice ends where all is done, and a screen may show its way on later`(text: String) throws {
        var files = Self.files
        files[Self.oefenen] = Self.practice.replacing("[Terug](#start)", with: text)
        #expect(try findings(files).map(\.text) == [])
    }

    @Test func `steps that moved in a circle come nowhere`() throws {
        var files = Self.files
        files[Self.les] = Self.lesson.replacing("minutes: 5", with: "minutes: 5\nmoved: {a: b, b: a, c: d, d: een}")
        #expect(try findings(files).map { "\($0.line):\($0.column) \($0.rule)" } == ["4:9 broken-anchor", "4:15 broken-anchor"])
    }

    @Test func `every rule has a test of a text with the fault`() {
        let tested = Set(Self.faults.map(\.rule)).union(["translation-steps-differ", "translation-outdated"])
        #expect(tested == Finding.rules)
    }

    @Test func `a translation is as fresh as the original`() throws {
        var files = Self.files
        let translation = "---\ntitle: Lesson\nchecked: 2026-11-01\n---\n\n## One {#een}\n\n\(Self.question)\n\n## Two {#twee}\n\nText.\n"
        files["Courses/proef/01-les.en.md"] = translation
        #expect(try findings(files).map(\.text) == [])
        files["Courses/proef/01-les.en.md"] = translation.replacing("2026-11-01", with: "2026-10-31")
        #expect(try findings(files).map { "\($0.line):\($0.column) \($0.rule)" } == ["3:1 translation-outdated"])
    }

    @Test(arguments: [
        "Dit is een zin van precies vijftien woorden en die is dus nog net goed.", "Het nummer is van jou.",
        "Wij sturen de brief. Dat is bijv. nu zo.", "Je wordt 18 jaar.", "Druk op **Identificatienummer**.", "Dat is een brief.",
    ])
    func `plain sentences have no finding`(text: String) throws {
        var files = Self.files
        files[Self.les] = Self.lesson.replacing("Zie ook", with: text + " Zie ook", maxReplacements: 1)
        #expect(try findings(files).map(\.text) == [])
    }

    @Test(arguments: [
        ("#767676", "#fff", true), ("#777777", "#fff", false), ("white", "#0a4b6e", true), ("#ccc", "#fff", false),
    ])
    func `text in a drawing is measured against what lies under it`(text: String, under: String, isClear: Bool) throws {
        var files = Self.files
        files["Courses/proef/images/brief.svg"] = """
            <svg viewBox="0 0 90 90"><rect x="0" y="0" width="90" height="90" fill="\(under)"/>
            <g fill="\(text)"><text x="5" y="50" font-size="12">Post</text></g></svg>
            """
        #expect(try findings(files).map(\.rule) == (isClear ? [] : ["low-contrast-image-text"]))
    }

    @Test func `a screen without a way on is an end where everything is done`() throws {
        var files = Self.files
        files["Courses/proef/practices/oefenen.md"] = Self.practice.replacing("[Terug](#start)", with: "{!ingelogd} [Terug](#start)\n\n{?ingelogd} Klaar.")
        #expect(try findings(files).map(\.text) == [])
    }

    @Test func `two faults on one line are two findings`() throws {
        var files = Self.files
        files[Self.les] = Self.lesson.replacing(
            "Zie ook", with: "[a](weg.md) [b](weg.md) ![](images/brief.svg) ![](images/brief.svg) 123456782 en 111222333", maxReplacements: 1)
        let found = try findings(files).filter { $0.line == 22 }.map { "\($0.column) \($0.rule)" }
        #expect(found == ["5 broken-link", "17 broken-link", "25 missing-alt", "47 missing-alt", "69 real-bsn", "82 real-bsn"])
    }

    @Test func `a finding in feedback names the very word`() throws {
        var files = Self.files
        files[Self.les] = Self.lesson.replacing(">   Nee.", with: ">   Nee, 👩‍👧 é: verzekeringsmaatschappij.")
        #expect(try findings(files).map { "\($0.line):\($0.column) \($0.rule)" } == ["17:15 hard-word"])
    }

    @Test(arguments: [
        ("Courses/proef/03-Wat.md", "missing-id"), ("Courses/proef/03-wat.EN.md", "missing-id"), ("Courses/proef/01-les.nl.md", "missing-id"),
        ("Courses/proef/wat.MD", "missing-id"), ("Courses/leeg/01-les.md", "front-matter"), ("Courses/Mijn Cursus/course.md", "missing-id"),
        ("Content/personas/Jan.md", "missing-id"), ("Content/mandate/tekst.nl.md", "missing-id"), ("Courses/proef/04-les.en.md", "translation-steps-differ"),
    ])
    func `no file is passed over in silence`(path: String, rule: String) throws {
        var files = Self.files
        files[path] = Self.lesson
        #expect(try findings(files).contains { $0.rule == rule }, "\(path)")
    }

    @Test func `a mistake in one file is no mistake of another`() throws {
        var files = Self.files
        files["Content/personas/fatma.md"] = "---\nname: [Fatma\n---\n"
        #expect(Set(try findings(files).map(\.path)) == ["Content/personas/fatma.md"])
        files = Self.files
        files[Self.les] = "---\ntitle: \"Les\n---\n\n## Eén {#een}\n\nTekst.\n"
        #expect(Set(try findings(files).map(\.path)) == [Self.les])
        files = Self.files
        files["Courses/proef/practices/oefenen.md"] = Self.practice.replacing("persona: fatma", with: "persona: nee")
        #expect(try findings(files).map(\.rule) == ["unknown-persona"])
    }

    @Test func `labels have the values that they have in Dutch`() throws {
        var files = Self.files
        files["Content/interface/en.yml"] = "count: \"{number} lessons\"\nmore: More\n"
        #expect(try findings(files).map { "\($0.line):\($0.column) \($0.rule) \($0.severity)" } == [
            "1:1 required-key warning", "1:1 unknown-key error", "2:1 unknown-key warning",
        ])
    }

    @Test func `a translated question has the answers of the original`() throws {
        var files = Self.files
        let translation = "---\ntitle: Lesson\n---\n\n## One {#een}\n\n\(Self.question)\n\n## Two {#twee}\n\nText.\n"
        files["Courses/proef/01-les.en.md"] = translation
        #expect(try findings(files).map(\.text) == [])
        files["Courses/proef/01-les.en.md"] = translation.replacing("> - [ ] You\n>   No.", with: "> - [x] You\n>   Yes.")
        #expect(try findings(files).map { "\($0.line):\($0.column) \($0.rule)" } == ["7:1 translation-outdated"])
    }

    @Test func `every fault at once is found at once, sorted by place`() throws {
        var files = Self.files
        for fault in Self.faults where ["unknown-term", "raw-html", "unknown-persona", "broken-anchor"].contains(fault.rule) {
            files[fault.file] = files[fault.file]?.replacing(fault.old, with: fault.new, maxReplacements: 1)
        }
        let found = try findings(files)
        #expect(Set(found.map(\.rule)).isSuperset(of: ["unknown-term", "raw-html", "unknown-persona", "broken-anchor"]))
        #expect(found == found.sorted())
    }

    @Test(arguments: [
        "", "---", "---\n", "---\n---", "\0\0", "---\n: : :\n---\n", "---\na: &a [*a]\n---\n", "# x\n\n> > > >",
        String(repeating: "- ", count: 5_000), String(repeating: "[", count: 20_000), "---\ntitle: [\n---\n## x",
        "---\ntitle: x\n---\n\n| a |\n| - |\n", "\u{FEFF}---\ntitle: x\n---\n", "---\r\ntitle: x\r\n---\r\n\r\n## A {#a}\r\n\r\nx",
    ])
    func `no text makes reading fail`(text: String) throws {
        var files = Self.files
        files["Courses/proef/02-raar.md"] = text
        files["Courses/proef/practices/raar.md"] = text
        let found = try findings(files)
        #expect(found.allSatisfy { $0.line >= 1 && $0.column >= 1 })
    }
}
