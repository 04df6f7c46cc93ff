/// One piece of a parsed Markdown text: a value, free of the parser that made it.
package struct Node: Sendable {
    package enum Kind: Sendable, Equatable {
        case document
        case paragraph
        case heading(level: Int)
        case quote
        case list(isOrdered: Bool, start: Int)
        case item
        case codeBlock(String)
        case rule
        case table
        case tableRow(isHeader: Bool)
        case tableCell
        case html(String)
        case text(String)
        case code(String)
        case softBreak
        case lineBreak
        case emphasis
        case strong
        case strikethrough
        // Few, and twice as large as the others.
        indirect case link(destination: String, title: String)
        indirect case image(destination: String, title: String)
    }

    package let kind: Kind
    package var children: [Node]
    /// The line it starts on, from 1; 0 where the parser does not say.
    package let line: Int
    /// The byte it starts at in that line, from 1.
    package let byteColumn: Int

    package init(_ kind: Kind, children: [Node] = [], line: Int = 0, byteColumn: Int = 0) {
        self.kind = kind
        self.children = children
        self.line = line
        self.byteColumn = byteColumn
    }

    /// The words, without marks of any kind.
    package var plainText: String {
        var words = ""
        addPlainText(to: &words)
        return words
    }

    private func addPlainText(to words: inout String) {
        switch kind {
        case .text(let text), .code(let text): words += text
        case .softBreak, .lineBreak: words += " "
        case .image: break
        default: for child in children { child.addPlainText(to: &words) }
        }
    }

    /// Itself and everything inside it, in the order of the text.
    package var everything: [Node] { [self] + children.flatMap(\.everything) }
}
