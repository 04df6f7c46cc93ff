import Markup

/// A quote that begins with `[!QUESTION]`, taken apart but not yet judged.
final class QuestionText: Sendable {
    struct Option: Sendable {
        /// The mark before it: `[x]`, `[ ]` or none.
        let isTicked: Bool?
        let label: [Node]
        let feedback: [Node]
        let node: Node
    }

    enum Shape: Sendable {
        case tasks([Option])
        case ordered([Option])
        /// The accepted answers, each with its feedback.
        case typed([(answer: String, feedback: [Node])])
        case match([(left: Node, right: Node)])
        /// A list or table of no kind we know, or nothing at all.
        case unknown
        case missing
    }

    let quote: Node
    let writtenID: String?
    let prompt: [Node]
    let shape: Shape
    /// The first row of a table to match; nothing where there is none, or a cell of it is empty.
    let heading: (left: Node, right: Node)?
    let closing: [Node]

    /// Nothing where the quote is not a question.
    init?(_ quote: Node) {
        guard QuoteMark.name(quote) == "question", let mark = QuoteMark(quote) else { return nil }
        self.quote = quote
        let (id, words) = Self.line(mark.line)
        writtenID = id
        var rest = Self.replacing(mark.line, with: words, in: mark.rest)
        var prompt: [Node] = []
        while let block = rest.first, !Self.isAnswers(block) {
            if prompt.isEmpty || block.kind != .paragraph || rest.count > 1 { prompt.append(block) } else { break }
            rest.removeFirst()
        }
        self.prompt = prompt
        shape = rest.first.map(Self.shape) ?? .missing
        heading = rest.first.flatMap(Self.heading)
        closing = Array(rest.dropFirst())
    }

    /// The id on the mark's own line, and the words of the question that stand there too: `{#wie} Wie mag dat?`
    private static func line(_ line: String) -> (id: String?, words: String) {
        guard line.utf8.contains(UInt8(ascii: "{")), let start = line.firstRange(of: "{#"),
            let end = line[start.upperBound...].firstIndex(of: "}")
        else { return (nil, line) }
        let words = line[..<start.lowerBound] + line[line.index(after: end)...]
        return (String(line[start.upperBound..<end]), words.trimmed)
    }

    /// What stands after the mark, with only the question's own words of its line.
    private static func replacing(_ line: String, with words: String, in blocks: [Node]) -> [Node] {
        guard !line.isEmpty, words != line, let first = blocks.first, let text = first.children.first else { return blocks }
        var inlines = first.children
        let offset = line.firstRange(of: words).map { line[..<$0.lowerBound].utf8.count } ?? 0
        inlines[0] = Node(.text(words), line: text.line, byteColumn: text.byteColumn + offset)
        if words.isEmpty { inlines = Array(inlines.dropFirst().drop { $0.kind == .softBreak || $0.kind == .lineBreak }) }
        let paragraph = inlines.isEmpty ? [] : [Node(.paragraph, children: inlines, line: first.line, byteColumn: first.byteColumn)]
        return paragraph + blocks.dropFirst()
    }

    static func isAnswers(_ block: Node) -> Bool {
        if case .list = block.kind { return true }
        return block.kind == .table
    }

    private static func heading(_ table: Node) -> (left: Node, right: Node)? {
        guard let cells = table.children.first(where: { $0.kind == .tableRow(isHeader: true) })?.children, cells.count == 2,
            !cells.contains(where: { $0.plainText.allSatisfy(\.isWhitespace) })
        else { return nil }
        return (cells[0], cells[1])
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
                typed.map { (answer: $0.1.dropFirst().trimmed, feedback: $0.0.feedback) })
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
            (sameParagraph.isEmpty
                ? [] : [Node(.paragraph, children: sameParagraph, line: first.line, byteColumn: first.byteColumn)])
            + item.children.dropFirst()
    }
}

/// `[ ]` or `[x]` before an item.
enum Tick {
    static func remove(from inlines: inout [Node]) -> Bool? {
        guard case .text(let text)? = inlines.first?.kind, let isTicked = isTicked(text) else { return nil }
        let node = inlines[0]
        inlines[0] = Node(.text(String(text.dropFirst(4))), line: node.line, byteColumn: node.byteColumn + 4)
        return isTicked
    }

    /// Whether any item of the list, or of the lists in it, has one: then it is something to tick off.
    static func isChecklist(_ list: Node) -> Bool {
        guard case .list = list.kind else { return false }
        return list.children.contains { isTicked($0) != nil || $0.children.contains(where: isChecklist) }
    }

    /// The mark of an item; nothing where it has none.
    static func isTicked(_ item: Node) -> Bool? {
        guard let first = item.children.first, first.kind == .paragraph, case .text(let text)? = first.children.first?.kind else {
            return nil
        }
        return isTicked(text)
    }

    private static func isTicked(_ text: String) -> Bool? {
        if text.utf8.starts(with: "[ ] ".utf8) { return false }
        return text.utf8.starts(with: "[x] ".utf8) || text.utf8.starts(with: "[X] ".utf8) ? true : nil
    }
}
