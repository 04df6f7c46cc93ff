import Courseware
import Foundation
import Markup

/// A small site in which one file is hostile, and what must hold whatever stands in it.
package final class FuzzedSite {
    /// Where hostile bytes can stand.
    package static let places = [
        "Courses/proef/01-les.md", "Courses/proef/01-les.en.md", "Courses/proef/course.md",
        "Courses/proef/practices/oefenen.md", "Courses/proef/images/brief.svg", "Content/glossary/nl.md",
        "Content/personas/fatma.md", "Content/services/post.md", "Content/pages/about.nl.md",
        "Content/mandate/2026-01-01.nl.md", "Content/interface/nl.yml", "Content/jargon/nl.txt",
    ]

    private static let today = "2026-11-24"

    private let root: String
    private let reader: LibraryReader
    /// The site with nothing hostile in it, of which only what changes is read again.
    private let good: Library
    private let goodIndex: SearchIndex

    package init() throws {
        root = NSTemporaryDirectory() + "meedoen-fuzz-\(UUID().uuidString)"
        for place in Self.places {
            for path in ["\(root)/\(place)", "\(root)/good/\(place)"] {
                let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            }
            try Data((Self.good[place] ?? "").utf8).write(to: URL(fileURLWithPath: "\(root)/good/\(place)"))
            try FileManager.default.linkItem(atPath: "\(root)/good/\(place)", toPath: "\(root)/\(place)")
        }
        reader = LibraryReader(courses: "\(root)/Courses", content: "\(root)/Content")
        good = reader.read(today: Self.today)
        goodIndex = SearchIndex(good, in: .dutch, .none) { $0 }
    }

    deinit { try? FileManager.default.removeItem(atPath: root) }

    /// Reads the site with these bytes in that place, and puts the good file back.
    ///
    /// - Returns: what of the promises was broken: every finding names a place inside a file, and every text is escaped.
    package func complaints(about bytes: [UInt8], in place: String) throws -> [String] {
        let path = "\(root)/\(place)"
        // A file of its own: the good one has two names.
        try FileManager.default.removeItem(atPath: path)
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        guard let library = reader.changes(since: good, today: Self.today) else { return ["the change was not seen"] }
        let complaints = try library.findings.compactMap(complaint) + library.drawn.compactMap(HTMLScan.complaint)
        _ = SearchIndex(library, in: .dutch, .none, after: goodIndex) { $0 }
        if place.hasSuffix("01-les.md") { _ = reader.measures() }
        _ = IdWriter.writeIds(into: String(decoding: bytes, as: UTF8.self))
        // The same file again, not another of the same text, so that nothing seems to have changed.
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.linkItem(atPath: "\(root)/good/\(place)", toPath: path)
        return complaints
    }

    /// Nothing where the finding names a place inside its file.
    private func complaint(_ finding: Finding) throws -> String? {
        guard let data = FileManager.default.contents(atPath: finding.path) else { return "no such file: \(finding.text)" }
        var lines: [Substring] = [""]
        if let text = String(validating: data, as: UTF8.self) {
            lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
                .split(separator: "\n", omittingEmptySubsequences: false)
        }
        guard lines.indices.contains(finding.line - 1), (1...(lines[finding.line - 1].count + 1)).contains(finding.column)
        else { return "outside its file: \(finding.text)" }
        return nil
    }
}

extension Library {
    /// Every piece of HTML in it.
    fileprivate var drawn: [HTML] { drawn(in: .dutch) + drawn(in: .english) }

    private func drawn(in language: Language) -> [HTML] {
        var drawn = courses.flatMap { $0.drawn(in: language) }
        drawn += (glossary[language] ?? []).map(\.explanation)
        drawn += personas.values.map { $0.card[language] }
        drawn += services.map { $0.texts[language].explanation }
        drawn += pages.values.map { $0[language].body }
        drawn += mandateTexts.map { $0.texts[language].body }
        return drawn
    }
}

extension Course {
    fileprivate func drawn(in language: Language) -> [HTML] {
        var drawn = [texts[language].welcome]
        for lesson in lessons {
            drawn.append(lesson.texts[language].introduction)
            for step in lesson.steps { drawn += step.texts[language].parts.flatMap(\.drawn) }
        }
        for screen in practices.flatMap({ $0.texts[language].screens }) { drawn += screen.parts.flatMap(\.drawn) }
        return drawn
    }
}

extension StepPart {
    fileprivate var drawn: [HTML] {
        switch self {
        case .prose(let html): [html]
        case .question(let question): [question.prompt, question.more] + [question.closing].compactMap(\.self) + question.kind.drawn
        case .checklist(let list): list.items.flatMap { [$0.label, $0.more] }
        case .callout(_, _, let parts): parts.flatMap(\.drawn)
        case .practice: []
        }
    }
}

extension Question.Kind {
    fileprivate var drawn: [HTML] {
        switch self {
        case .oneAnswer(let options), .severalAnswers(let options), .order(let options):
            options.flatMap { [$0.label] + [$0.feedback].compactMap(\.self) }
        case .typed(let answers): answers.compactMap(\.feedback)
        case .match(let pairs): pairs.flatMap { [$0.left, $0.right] }
        }
    }
}

extension ScreenPart {
    fileprivate var drawn: [HTML] {
        switch content {
        case .html(let html): [html]
        case .paragraph(let inlines), .heading(_, let inlines): inlines.map(\.drawn)
        case .list(_, let items): items.flatMap { $0.inlines.map(\.drawn) + $0.more.flatMap(\.drawn) }
        case .box(_, _, let parts): parts.flatMap(\.drawn)
        case .form(let fields): fields.map(\.help)
        }
    }
}

extension ScreenPart.Inline {
    fileprivate var drawn: HTML {
        switch self {
        case .html(let html): html
        case .link(let link): link.label
        }
    }
}
