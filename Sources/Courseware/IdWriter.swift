import Foundation
import Markup

/// Writes the ids that are missing, and touches nothing else: `meedoen check --fix`.
package enum IdWriter {
    /// The text with an id after each step, screen, word and question that has none. Doing it again changes nothing.
    /// Line endings stay as they are, also where a file has several kinds.
    ///
    /// - Parameter original: of a translation, the text that it translates: its steps and questions have the same ids.
    package static func writeIds(into text: String, isGlossary: Bool = false, original: String? = nil) -> String {
        let document = document(text, isGlossary)
        guard document.troubles.isEmpty else { return text }
        let known = original.map { Self.document(writeIds(into: $0), false) }
        var lines = Lines(text)
        var steps = FreshIDs(taken: document.sections.compactMap(\.writtenID))
        for (place, section) in document.sections.enumerated() {
            let twin = known.flatMap { $0.sections.indices.contains(place) ? $0.sections[place] : nil }
            if section.writtenID == nil {
                lines.insert(steps.next(twin?.writtenID, or: WrittenID.kebab(section.title)), afterTitleOn: section.heading.lastLine)
            }
            let questions = section.marked
            let twins = twin?.marked ?? []
            var ids = FreshIDs(taken: questions.compactMap(\.text.writtenID))
            for (number, question) in questions.enumerated() where question.text.writtenID == nil {
                let words = WrittenID.kebab(question.text.prompt.map(\.plainText).joined(separator: " "))
                let short = words.split(separator: "-").prefix(4).joined(separator: "-")
                let wanted = twins.indices.contains(number) ? twins[number].text.writtenID : nil
                lines.insert(ids.next(wanted, or: short), afterMarkOn: question.line)
            }
        }
        return lines.text
    }

    private static func document(_ text: String, _ isGlossary: Bool) -> Document {
        Document(SourceFile(path: "text", bytes: Array(text.utf8)), hasFrontMatter: !isGlossary)
    }
}

/// Ids that are not taken yet: `stap`, `stap-2`, `stap-3`.
private struct FreshIDs {
    private var taken: Set<String>
    private var numbers: [String: Int] = [:]

    init(taken: [String]) { self.taken = Set(taken) }

    mutating func next(_ wanted: String?, or made: String) -> String {
        if let wanted, CourseID.isKebabCase(wanted), taken.insert(wanted).inserted { return wanted }
        if taken.insert(made).inserted { return made }
        var number = numbers[made] ?? 1
        repeat { number += 1 } while !taken.insert("\(made)-\(number)").inserted
        numbers[made] = number
        return "\(made)-\(number)"
    }
}

extension LibraryReader {
    /// The files in which ids are missing, with the text in which they are not.
    package func textsWithIds() -> [(path: String, text: String)] {
        let documents = SiteDocuments(courses: courses, content: content)
        let groups = documents.courses.flatMap { [$0.lessons, $0.practices] }
        return (groups.flatMap { group in
            group.compactMap { document in
                let original = document.file.language.flatMap { _ in
                    group.original(of: document)
                }
                return changed(document, original: original)
            }
        }) + documents.glossary.compactMap { changed($0, original: nil) }
    }

    private func changed(_ document: Document, original: Document?) -> (path: String, text: String)? {
        guard let text = read(document) else { return nil }
        let fixed = IdWriter.writeIds(into: text, isGlossary: !document.hasFrontMatter, original: original.flatMap(read))
        return fixed == text ? nil : (document.file.path, fixed)
    }

    private func read(_ document: Document) -> String? {
        FileManager.default.contents(atPath: document.file.path).flatMap { String(validating: $0, as: UTF8.self) }
    }
}

extension Document.Section {
    /// Its questions, with the line of each mark.
    fileprivate var marked: [(text: QuestionText, line: Int)] {
        questions.map { block, text in (text, blocks[block].children.first?.children.first?.line ?? blocks[block].line) }
    }
}

extension Node {
    /// A title that is underlined can stand on several lines.
    fileprivate var lastLine: Int { everything.map(\.line).max() ?? line }
}

/// The lines of a text with the ends that they have.
private struct Lines {
    private var lines: [(text: String, end: String)] = []

    init(_ text: String) {
        var line: [UInt8] = []
        var bytes = text.utf8.makeIterator()
        var next = bytes.next()
        func close(_ end: String) -> (String, String) { (String(decoding: line, as: UTF8.self), end) }
        while let byte = next {
            next = bytes.next()
            switch byte {
            case UInt8(ascii: "\n"):
                lines.append(close("\n"))
                line = []
            case UInt8(ascii: "\r"):
                let isPair = next == UInt8(ascii: "\n")
                if isPair { next = bytes.next() }
                lines.append(close(isPair ? "\r\n" : "\r"))
                line = []
            default: line.append(byte)
            }
        }
        lines.append(close(""))
    }

    var text: String { lines.map { $0.text + $0.end }.joined() }

    /// Before the closing marks of `## Titel ##`, and before spaces at the end.
    mutating func insert(_ id: String, afterTitleOn number: Int) {
        guard lines.indices.contains(number - 1) else { return }
        let line = lines[number - 1].text
        let end = line.firstMatch(of: /[ \t]*([ \t]#+)?[ \t]*$/)?.range.lowerBound ?? line.endIndex
        lines[number - 1].text.insert(contentsOf: " {#\(id)}", at: end)
    }

    mutating func insert(_ id: String, afterMarkOn number: Int) {
        guard lines.indices.contains(number - 1),
            let mark = lines[number - 1].text.range(of: "[!question]", options: .caseInsensitive)
        else { return }
        lines[number - 1].text.insert(contentsOf: " {#\(id)}", at: mark.upperBound)
    }
}
