import Foundation
import Markup

/// A quote that begins with `[!QUESTION]`, taken apart but not yet judged.
struct QuestionText {
    struct Option {
        /// The mark before it: `[x]`, `[ ]` or none.
        let isTicked: Bool?
        let label: [Node]
        let feedback: [Node]
        let node: Node
    }

    enum Shape {
        case tasks([Option])
        case ordered([Option])
        case typed([String], feedback: [Node])
        case match([(left: Node, right: Node)])
        /// A list or table of no kind we know, or nothing at all.
        case unknown
        case missing
    }

    let quote: Node
    let writtenID: String?
    let prompt: [Node]
    let shape: Shape
    let closing: [Node]

    /// Nothing where the quote is not a question.
    init?(_ quote: Node) {
        guard quote.kind == .quote, let first = quote.children.first, first.kind == .paragraph,
            case .text(let mark)? = first.children.first?.kind, mark.hasPrefix("[!QUESTION]")
        else { return nil }
        self.quote = quote
        writtenID = WrittenID.split(mark).id
        var rest = Array(quote.children.dropFirst())
        let sameParagraph = Array(first.children.dropFirst().drop { $0.kind == .softBreak || $0.kind == .lineBreak })
        var prompt: [Node] = sameParagraph.isEmpty ? [] : [Node(.paragraph, children: sameParagraph, line: first.line + 1)]
        while let block = rest.first, !Self.isAnswers(block) {
            if prompt.isEmpty || block.kind != .paragraph || rest.count > 1 { prompt.append(block) } else { break }
            rest.removeFirst()
        }
        self.prompt = prompt
        shape = rest.first.map(Self.shape) ?? .missing
        closing = Array(rest.dropFirst())
    }

    private static func isAnswers(_ block: Node) -> Bool {
        if case .list = block.kind { return true }
        return block.kind == .table
    }

    private static func shape(_ block: Node) -> Shape {
        switch block.kind {
        case .table:
            let rows = block.children.filter { $0.kind == .tableRow(isHeader: false) }
            guard !rows.isEmpty, block.children.allSatisfy({ $0.children.count == 2 }) else { return .unknown }
            return .match(rows.map { ($0.children[0], $0.children[1]) })
        case .list(let isOrdered, _):
            let options = block.children.map(Option.init)
            if isOrdered { return options.allSatisfy { $0.isTicked == nil } ? .ordered(options) : .unknown }
            if options.allSatisfy({ $0.isTicked != nil }) { return .tasks(options) }
            let typed = options.map { ($0, $0.label.map(\.plainText).joined()) }
            guard typed.allSatisfy({ $0.0.isTicked == nil && $0.1.hasPrefix("=") }) else { return .unknown }
            return .typed(
                typed.map { $0.1.dropFirst().trimmingCharacters(in: .whitespaces) },
                feedback: typed.flatMap { $0.0.feedback })
        default: return .missing
        }
    }
}

extension QuestionText.Option {
    /// The first line of the item is the option, everything after it the feedback.
    init(_ item: Node) {
        node = item
        guard let first = item.children.first, first.kind == .paragraph else {
            (isTicked, label, feedback) = (nil, [], item.children)
            return
        }
        var inlines = first.children
        isTicked = Tick.remove(from: &inlines)
        let split = inlines.firstIndex { $0.kind == .softBreak || $0.kind == .lineBreak } ?? inlines.endIndex
        label = Array(inlines[..<split])
        let sameParagraph = Array(inlines[split...].dropFirst())
        feedback =
            (sameParagraph.isEmpty ? [] : [Node(.paragraph, children: sameParagraph, line: first.line)])
            + item.children.dropFirst()
    }
}

/// `[ ]` or `[x]` before an item.
enum Tick {
    static func remove(from inlines: inout [Node]) -> Bool? {
        guard case .text(let text)? = inlines.first?.kind, let mark = text.prefix(4).split(separator: "]").first,
            mark.count == 2, mark.first == "[", text.dropFirst(3).first == " ", let state = mark.last,
            " xX".contains(state)
        else { return nil }
        let node = inlines[0]
        inlines[0] = Node(.text(String(text.dropFirst(4))), line: node.line, byteColumn: node.byteColumn)
        return state != " "
    }

    /// Whether every item of the list has one: then it is a list of tasks.
    static func isChecklist(_ list: Node) -> Bool {
        guard case .list(false, _) = list.kind, !list.children.isEmpty else { return false }
        return list.children.allSatisfy { item in
            guard let first = item.children.first, first.kind == .paragraph else { return false }
            var inlines = first.children
            return remove(from: &inlines) != nil
        }
    }
}
