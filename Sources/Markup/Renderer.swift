/// Draws a Markdown tree as HTML. What a link, a picture or a word becomes is decided by whoever asks; everything
/// else is escaped, and HTML in the text is left out.
package final class Renderer {
    /// The link with its drawn content, or nothing: then the content stands there alone.
    package var link: (_ destination: String, _ content: HTML) -> HTML?
    /// The picture with its description.
    package var picture: (_ destination: String, _ description: String) -> HTML?
    /// Writes a run of text of a paragraph or a list, outside links and headings; it may have several lines.
    package var words: (_ text: String, _ html: inout HTML) -> Void
    /// A quote of its own kind (a call-out); nothing where it is an ordinary one.
    package var quote: (_ quote: Node, _ content: (Node) -> HTML) -> HTML?
    /// What of a heading's words is shown.
    package var headingWords: (_ words: String) -> String = { $0 }
    /// Added to each heading's level: a third-level heading in a step is the second level of its page.
    package var headingShift = 0

    package init(
        link: @escaping (String, HTML) -> HTML?, picture: @escaping (String, String) -> HTML?,
        words: @escaping (String, inout HTML) -> Void = { $1.append(text: $0) },
        quote: @escaping (Node, (Node) -> HTML) -> HTML? = { _, _ in nil }
    ) {
        self.link = link
        self.picture = picture
        self.words = words
        self.quote = quote
    }

    package func html(_ nodes: [Node]) -> HTML {
        // As much as most pieces need, and little enough for memory that was just given back.
        var html = HTML(capacity: 1_000)
        for node in nodes { draw(node, isPlain: false, &html) }
        return html
    }

    package func html(_ node: Node) -> HTML { html([node]) }

    /// Everything is written one after the other into the same bytes, for a page has hundreds of pieces.
    ///
    /// - Parameter isPlain: inside a link or a heading, where words stay as they are.
    private func draw(_ node: Node, isPlain: Bool, _ html: inout HTML) {
        switch node.kind {
        case .document, .tableRow, .tableCell: inside(node, isPlain, &html)
        case .paragraph: around(node, "<p>", "</p>\n", isPlain, &html)
        case .heading(let level): heading(node, level: level, &html)
        case .quote:
            if let own = quote(node, { self.html($0) }) {
                html += own
            } else {
                around(node, "<blockquote>\n", "</blockquote>\n", isPlain, &html)
            }
        case .list(let isOrdered, let start):
            if isOrdered {
                html += start == 1 ? "<ol>\n" : "<ol start=\"\(start)\">\n"
            } else {
                html.append(literal: "<ul>\n")
            }
            inside(node, false, &html)
            html.append(literal: isOrdered ? "</ol>\n" : "</ul>\n")
        case .item: item(node, &html)
        case .codeBlock(let code): html += "<pre><code>\(code)</code></pre>\n"
        case .rule: html.append(literal: "<hr>\n")
        case .table: table(node, &html)
        case .html: break
        case .text(let text): if isPlain { html.append(text: text) } else { words(text, &html) }
        case .code(let code): html += "<code>\(code)</code>"
        case .softBreak: html.append(literal: "\n")
        case .lineBreak: html.append(literal: "<br>\n")
        case .emphasis: around(node, "<em>", "</em>", isPlain, &html)
        case .strong: around(node, "<strong>", "</strong>", isPlain, &html)
        case .strikethrough: around(node, "<s>", "</s>", isPlain, &html)
        case .link(let destination, _):
            var content = HTML()
            inside(node, true, &content)
            html += link(destination, content) ?? content
        case .image(let destination, _): if let drawn = picture(destination, description(node)) { html += drawn }
        }
    }

    private func around(_ node: Node, _ start: StaticString, _ end: StaticString, _ isPlain: Bool, _ html: inout HTML) {
        html.append(literal: start)
        inside(node, isPlain, &html)
        html.append(literal: end)
    }

    private func inside(_ node: Node, _ isPlain: Bool, _ html: inout HTML) {
        let children = node.children
        var index = 0
        while index < children.count {
            if !isPlain, case .text(var text) = children[index].kind {
                // A word of two parts may go on in the next line.
                while index + 2 < children.count, case .softBreak = children[index + 1].kind,
                    case .text(let more) = children[index + 2].kind
                {
                    text += "\n" + more
                    index += 2
                }
                words(text, &html)
            } else {
                draw(children[index], isPlain: isPlain, &html)
            }
            index += 1
        }
    }

    private func heading(_ node: Node, level: Int, _ html: inout HTML) {
        let shown = min(6, max(1, level + headingShift))
        var node = node
        if let last = node.children.last, case .text(let words) = last.kind {
            node.children[node.children.count - 1] = Node(.text(headingWords(words)), line: last.line, byteColumn: last.byteColumn)
        }
        html += "<h\(shown)>"
        inside(node, true, &html)
        html += "</h\(shown)>\n"
    }

    /// An item of one paragraph needs no paragraph around it.
    private func item(_ node: Node, _ html: inout HTML) {
        html.append(literal: "<li>")
        if let first = node.children.first, first.kind == .paragraph {
            inside(first, false, &html)
            for block in node.children.dropFirst() { draw(block, isPlain: false, &html) }
        } else {
            inside(node, false, &html)
        }
        html.append(literal: "</li>\n")
    }

    /// Wide tables scroll in a region of their own, which the keyboard reaches too.
    private func table(_ node: Node, _ html: inout HTML) {
        html.append(literal: "<div class=\"table-scroll\" tabindex=\"0\"><table>\n<thead>")
        for (number, row) in node.children.enumerated() {
            if number == 1 { html.append(literal: "</thead>\n<tbody>") }
            let isHeader = row.kind == .tableRow(isHeader: true)
            html.append(literal: "<tr>")
            for cell in row.children {
                around(cell, isHeader ? "<th scope=\"col\">" : "<td>", isHeader ? "</th>" : "</td>", false, &html)
            }
            html.append(literal: "</tr>\n")
        }
        if node.children.count < 2 { html.append(literal: "</thead>\n<tbody>") }
        html.append(literal: "</tbody>\n</table></div>\n")
    }

    private func description(_ node: Node) -> String {
        node.children.map(\.plainText).joined()
    }
}
