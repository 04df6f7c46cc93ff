import Foundation
import Markup

/// Turns a section of a practice into a screen.
struct ScreenReader {
    let setting: ProseWriter.Setting
    let persona: Persona?

    func screen(_ section: Document.Section) -> Screen {
        let writer = ProseWriter(setting)
        return Screen(
            id: ScreenID(unchecked: WrittenID.id(section.writtenID, orFrom: section.title)), title: section.title,
            parts: section.blocks.map { part($0, writer) })
    }

    private func part(_ block: Node, _ writer: ProseWriter) -> ScreenPart {
        switch block.kind {
        case .paragraph:
            var inlines = block.children
            let condition = Self.removeCondition(from: &inlines)
            return ScreenPart(condition: condition, content: .paragraph(self.inlines(inlines, writer)))
        case .list(let isOrdered, _):
            let items = block.children.map { item in
                var inlines = item.children.first?.kind == .paragraph ? item.children[0].children : item.children
                let condition = Self.removeCondition(from: &inlines)
                return ScreenPart.Item(condition: condition, inlines: self.inlines(inlines, writer))
            }
            return ScreenPart(condition: nil, content: .list(isOrdered: isOrdered, items: items))
        case .table:
            return ScreenPart(condition: nil, content: .form(FormTable(block).rows.map { field($0, writer) }))
        default:
            return ScreenPart(condition: nil, content: .html(writer.html([block])))
        }
    }

    /// `{?flag}` or `{!flag}` before the text.
    static func removeCondition(from inlines: inout [Node]) -> Condition? {
        guard case .text(let text)? = inlines.first?.kind, text.hasPrefix("{?") || text.hasPrefix("{!"),
            let end = text.firstIndex(of: "}")
        else { return nil }
        let flag = text[text.index(text.startIndex, offsetBy: 2)..<end]
        inlines[0] = Node(.text(String(text[text.index(after: end)...].drop(while: \.isWhitespace))))
        return Condition(flag: String(flag), isSet: text.hasPrefix("{?"))
    }

    /// Words drawn together, and each link to a screen by itself.
    private func inlines(_ nodes: [Node], _ writer: ProseWriter) -> [ScreenPart.Inline] {
        var inlines: [ScreenPart.Inline] = []
        var words: [Node] = []
        func flush() {
            if !words.isEmpty { inlines.append(.html(writer.html(words))) }
            words = []
        }
        for node in nodes {
            if let link = ScreenLink(node) {
                flush()
                inlines.append(
                    .link(
                        PracticeLink(
                            label: writer.plain(link.content), target: ScreenID(unchecked: link.anchor),
                            isMain: link.isMain, sets: link.sets, clears: link.clears)))
            } else {
                words.append(node)
            }
        }
        flush()
        return inlines
    }

    private func field(_ row: FormTable.Row, _ writer: ProseWriter) -> Field {
        Field(
            name: row.name, kind: row.kind ?? .text, expected: expected(row.answer), help: writer.plain(row.help))
    }

    /// `*`, a detail of the persona in braces, or the answer itself.
    private func expected(_ answer: String) -> Field.Expected {
        if answer == "*" { return .anything }
        guard let name = FormTable.detail(answer) else { return .text(answer) }
        return persona?.detail(name).map(Field.Expected.text) ?? .anything
    }
}

/// A link to a screen, with what it does to the flags; bold makes it the main button.
struct ScreenLink {
    let anchor: String
    let content: [Node]
    let isMain: Bool
    let sets: [PracticeFlag]
    let clears: [PracticeFlag]
    let node: Node

    init?(_ node: Node) {
        let isStrong = node.kind == .strong && node.children.count == 1
        let link = isStrong ? node.children[0] : node
        guard case .link(let destination, let title) = link.kind, case .here(let anchor) = LinkTarget(destination)
        else { return nil }
        let words = title.split(separator: " ")
        self.anchor = anchor
        self.node = link
        content = link.children
        isMain = isStrong
        sets = words.filter { $0.hasPrefix("+") }.map { String($0.dropFirst()) }
        clears = words.filter { $0.hasPrefix("-") }.map { String($0.dropFirst()) }
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
            let texts = row.children.map { $0.plainText.trimmingCharacters(in: .whitespaces) }
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
            .choice(text.dropFirst(7).split(separator: "/").map { $0.trimmingCharacters(in: .whitespaces) })
        default: nil
        }
    }

    /// The name of the persona's detail in `{gebruikersnaam}`.
    static func detail(_ answer: String) -> String? {
        answer.hasPrefix("{") && answer.hasSuffix("}") ? String(answer.dropFirst().dropLast()) : nil
    }
}
