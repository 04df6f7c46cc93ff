import Foundation
import Markup

/// Content/glossary
enum GlossaryReader {
    static func terms(_ documents: [Document]) -> [Language: [Term]] {
        var glossary: [Language: [Term]] = [:]
        for document in documents {
            guard let language = Language(rawValue: document.file.stem) else { continue }
            let writer = Renderer(link: { _, content in content }, picture: { _, _ in nil })
            glossary[language] = document.sections.map { section in
                let (also, explanation) = split(section.blocks)
                return Term(
                    id: TermID(unchecked: section.id), language: language,
                    word: section.title,
                    also: also, explanation: writer.html(explanation))
            }
        }
        return glossary
    }

    /// The line `Also: BSN, bsn-nummer`, and the rest.
    static func split(_ blocks: [Node]) -> (also: [String], rest: [Node]) {
        guard let first = blocks.first, first.kind == .paragraph, case .text(let text)? = first.children.first?.kind,
            text.hasPrefix("Also:")
        else { return ([], blocks) }
        let forms = text.dropFirst(5).split(separator: ",").map { $0.trimmed }
        let sameParagraph = Array(first.children.dropFirst().drop { $0.kind == .softBreak })
        let rest =
            sameParagraph.isEmpty
            ? [] : [Node(.paragraph, children: sameParagraph, line: first.line, byteColumn: first.byteColumn)]
        return (forms.filter { !$0.isEmpty }, rest + blocks.dropFirst())
    }
}
