import Foundation
import Markup

/// Turns a section of a practice into a screen.
struct ScreenReader {
    let setting: ProseWriter.Setting
    let persona: Persona?

    func screen(_ section: Document.Section) -> Screen {
        let writer = ProseWriter(setting)
        return Screen(
            id: ScreenID(unchecked: section.id), title: section.title,
            parts: section.blocks.map { part($0, writer) })
    }

    private func part(_ block: Node, _ writer: ProseWriter) -> ScreenPart {
        switch block.kind {
        case .paragraph:
            let (conditions, inlines) = Condition.split(block.children)
            return ScreenPart(conditions: conditions, content: .paragraph(self.inlines(inlines, writer)))
        case .heading(let level):
            let (conditions, inlines) = Condition.split(block.children)
            return ScreenPart(conditions: conditions, content: .heading(level: level - 1, self.inlines(inlines, writer)))
        case .list(let isOrdered, _):
            return ScreenPart(
                conditions: [], content: .list(isOrdered: isOrdered, items: block.children.map { item($0, writer) }))
        case .quote:
            let callout = Callout.split(block)
            let parts = (callout?.1 ?? block.children).map { part($0, writer) }
            let label = callout.map { setting.map.label("callout.\($0.0.rawValue)", in: setting.language).text }
            return ScreenPart(conditions: [], content: .box(callout?.0, label: label, parts))
        case .table:
            return ScreenPart(conditions: [], content: .form(FormTable(block).rows.map { field($0, writer) }))
        default:
            return ScreenPart(conditions: [], content: .html(writer.html([block])))
        }
    }

    /// The first paragraph of an item is its own line; what follows stands below it.
    private func item(_ item: Node, _ writer: ProseWriter) -> ScreenPart.Item {
        guard let first = item.children.first, first.kind == .paragraph else {
            return ScreenPart.Item(conditions: [], inlines: [], more: item.children.map { part($0, writer) })
        }
        let (conditions, inlines) = Condition.split(first.children)
        return ScreenPart.Item(
            conditions: conditions, inlines: self.inlines(inlines, writer),
            more: item.children.dropFirst().map { part($0, writer) })
    }

    /// Words drawn together, and each link to a screen by itself, also inside bold or slanted words.
    private func inlines(_ nodes: [Node], _ writer: ProseWriter, around: Node? = nil) -> [ScreenPart.Inline] {
        var inlines: [ScreenPart.Inline] = []
        var words: [Node] = []
        func flush() {
            if !words.isEmpty {
                inlines.append(.html(writer.html(around.map { [Node($0.kind, children: words)] } ?? words)))
            }
            words = []
        }
        for node in nodes {
            if let link = ScreenLink(node, isBold: around?.kind == .strong) {
                flush()
                inlines.append(
                    .link(
                        PracticeLink(
                            label: writer.plain(link.content), target: ScreenID(unchecked: link.anchor),
                            isMain: link.isMain, sets: link.sets, clears: link.clears)))
            } else if node.isWrapper, node.everything.contains(where: { ScreenLink($0, isBold: false) != nil }) {
                flush()
                inlines += self.inlines(node.children, writer, around: around?.kind == .strong ? around : node)
            } else {
                words.append(node)
            }
        }
        flush()
        return inlines
    }

    private func field(_ row: FormTable.Row, _ writer: ProseWriter) -> Field {
        let details = FormTable.details(in: row.answer)
        return Field(
            name: row.name, kind: row.kind ?? .text, expected: expected(row.answer, details), details: details,
            help: writer.plain(row.help))
    }

    /// `*`, or the answer, in which each detail of the persona in braces is that detail.
    private func expected(_ answer: String, _ details: [String]) -> Field.Expected {
        if answer == "*" { return .anything }
        var text = answer
        for name in details {
            guard let value = persona?.detail(name) else { return .anything }
            text = text.replacing("{\(name)}", with: value)
        }
        return .text(text)
    }
}

extension Node {
    fileprivate var isWrapper: Bool { [.strong, .emphasis, .strikethrough].contains(kind) }
}

extension Condition {
    /// `{?flag}` or `{!flag}` before the text, also several of them, and the text without them.
    static func split(_ inlines: [Node]) -> (conditions: [Condition], rest: [Node]) {
        var conditions: [Condition] = []
        var inlines = inlines
        while case .text(let text)? = inlines.first?.kind, text.hasPrefix("{?") || text.hasPrefix("{!"),
            let end = text.firstIndex(of: "}")
        {
            let flag = text[text.index(text.startIndex, offsetBy: 2)..<end]
            conditions.append(Condition(flag: String(flag), isSet: text.hasPrefix("{?")))
            inlines[0] = Node(.text(String(text[text.index(after: end)...].drop(while: \.isWhitespace))))
        }
        return (conditions, inlines)
    }
}

/// A link to a screen, with what it does to the flags; bold makes it the main button.
struct ScreenLink {
    let anchor: String
    let content: [Node]
    let isMain: Bool
    let sets: [PracticeFlag]
    let clears: [PracticeFlag]
    /// Words of the title that neither set nor clear a flag.
    let strangeWords: [String]

    /// - Parameter isBold: whether it stands in bold words already.
    init?(_ node: Node, isBold: Bool) {
        let isStrong = node.kind == .strong && node.children.count == 1
        let link = isStrong ? node.children[0] : node
        guard case .link(let destination, let title) = link.kind, destination.hasPrefix("#") else { return nil }
        anchor = String(destination.dropFirst())
        content = link.children
        isMain = isBold || isStrong || (link.children.count == 1 && link.children[0].kind == .strong)
        let words = title.split(separator: " ").map(String.init)
        sets = words.filter { $0.hasPrefix("+") }.map { String($0.dropFirst()) }
        clears = words.filter { $0.hasPrefix("-") }.map { String($0.dropFirst()) }
        strangeWords = words.filter { word in
            let name = word.dropFirst()
            return !"+-".contains(word.first ?? " ") || name.isEmpty || !name.allSatisfy { $0.isLetter || $0.isNumber || "-_".contains($0) }
        }
    }
}

/// A table of fields: name, kind, answer, help, in this order.
struct FormTable {
    struct Row {
        let name: String
        /// Nothing where the kind is none that exists.
        let kind: Field.Kind?
        let writtenKind: String
        let answer: String
        let help: [Node]
        let node: Node
    }

    let rows: [Row]

    init(_ table: Node) {
        rows = table.children.filter { $0.kind == .tableRow(isHeader: false) }.map { row in
            let texts = row.children.map { $0.plainText.trimmed }
            let cell: (Int) -> String = { texts.indices.contains($0) ? texts[$0] : "" }
            return Row(
                name: cell(0), kind: Self.kind(cell(1)), writtenKind: cell(1), answer: cell(2),
                help: row.children.count > 3 ? row.children[3].children : [], node: row)
        }
    }

    static func kind(_ text: String) -> Field.Kind? {
        switch text.lowercased() {
        case "text": .text
        case "password": .password
        case "code": .code
        case "email": .email
        case "phone": .phone
        case "date": .date
        case "checkbox": .checkbox
        case let choice where choice.hasPrefix("choice:"):
            .choice(
                text.dropFirst(7).split(separator: "/").map { $0.trimmed }.filter { !$0.isEmpty })
        default: nil
        }
    }

    /// The names of the persona's details in `{gebruikersnaam}`.
    static func details(in answer: String) -> [String] {
        answer.matches(of: /\{([^{}]+)\}/).map { String($0.1) }
    }
}
