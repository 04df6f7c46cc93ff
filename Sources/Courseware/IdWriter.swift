import Foundation
import Markup

/// Writes the ids that are missing, and touches nothing else: `meedoen check --fix`.
package enum IdWriter {
    /// The text with an id after each step, screen, word and question that has none. Doing it again changes nothing.
    /// Line endings stay as they are.
    package static func writeIds(into text: String, isGlossary: Bool = false) -> String {
        let ending = text.contains("\r\n") ? "\r\n" : "\n"
        let file = SourceFile(path: "text", bytes: Array(text.utf8))
        let document = Document(file, hasFrontMatter: !isGlossary)
        guard document.troubles.isEmpty else { return text }
        var lines = text.components(separatedBy: ending)
        var taken = Set(document.sections.compactMap(\.writtenID))
        for section in document.sections where section.writtenID == nil {
            append(fresh(WrittenID.kebab(section.title), &taken), to: section.heading.line, in: &lines)
        }
        for section in document.sections {
            let questions = section.blocks.compactMap { block in QuestionText(block).map { ($0, block.line) } }
            var used = Set(questions.compactMap(\.0.writtenID))
            for (question, line) in questions where question.writtenID == nil {
                let prompt = question.prompt.map(\.plainText).joined(separator: " ")
                let words = WrittenID.kebab(prompt).split(separator: "-").prefix(4).joined(separator: "-")
                append(fresh(words, &used), to: line, in: &lines)
            }
        }
        return lines.joined(separator: ending)
    }

    private static func append(_ id: String, to line: Int, in lines: inout [String]) {
        guard lines.indices.contains(line - 1) else { return }
        lines[line - 1] = lines[line - 1].replacing(/\s+$/, with: "") + " {#\(id)}"
    }

    private static func fresh(_ wanted: String, _ taken: inout Set<String>) -> String {
        var id = wanted
        var number = 2
        while !taken.insert(id).inserted {
            id = "\(wanted)-\(number)"
            number += 1
        }
        return id
    }
}
