/// Draws a Markdown tree as HTML. What a link, a picture or a word becomes is decided by whoever asks; everything
/// else is escaped, and HTML in the text is left out.
package struct Renderer {
    /// The link with its drawn content, or nothing: then the content stands there alone.
    package var link: (_ destination: String, _ content: HTML) -> HTML?
    /// The picture with its description.
    package var picture: (_ destination: String, _ description: String) -> HTML?
    /// A run of text of a paragraph or a list, outside links and headings; it may have several lines.
    package var words: (_ text: String) -> HTML
    /// A quote of its own kind (a call-out); nothing where it is an ordinary one.
    package var quote: (_ quote: Node, _ content: (Node) -> HTML) -> HTML?
    /// What of a heading's words is shown.
    package var headingWords: (_ words: String) -> String = { $0 }
    /// Added to each heading's level: a third-level heading in a step is the second level of its page.
    package var headingShift = 0

    package init(
        link: @escaping (String, HTML) -> HTML?, picture: @escaping (String, String) -> HTML?,
        words: @escaping (String) -> HTML = { HTML(text: $0) },
        quote: @escaping (Node, (Node) -> HTML) -> HTML? = { _, _ in nil }
    ) {
        self.link = link
        self.picture = picture
        self.words = words
        self.quote = quote
    }

    package func html(_ nodes: some Sequence<Node>) -> HTML {
        nodes.reduce(into: HTML()) { $0 += html($1) }
    }

    package func html(_ node: Node) -> HTML { draw(node, isPlain: false) }

    /// - Parameter isPlain: inside a link or a heading, where words stay as they are.
    private func draw(_ node: Node, isPlain: Bool) -> HTML {
        switch node.kind {
        case .document, .tableRow, .tableCell: inside(node, isPlain)
        case .paragraph: "<p>\(inside(node, isPlain))</p>\n"
        case .heading(let level): heading(node, level: level)
        case .quote: quote(node, html) ?? "<blockquote>\n\(inside(node, isPlain))</blockquote>\n"
        case .list(let isOrdered, let start): list(node, isOrdered, start)
        case .item: "<li>\(item(node))</li>\n"
        case .codeBlock(let code): "<pre><code>\(code)</code></pre>\n"
        case .rule: "<hr>\n"
        case .table: table(node)
        case .html: ""
        case .text(let text): isPlain ? HTML(text: text) : words(text)
        case .code(let code): "<code>\(code)</code>"
        case .softBreak: "\n"
        case .lineBreak: "<br>\n"
        case .emphasis: "<em>\(inside(node, isPlain))</em>"
        case .strong: "<strong>\(inside(node, isPlain))</strong>"
        case .strikethrough: "<s>\(inside(node, isPlain))</s>"
        case .link(let destination, _):
            link(destination, inside(node, true)) ?? inside(node, true)
        case .image(let destination, _): picture(destination, description(node)) ?? ""
        }
    }

    private func inside(_ node: Node, _ isPlain: Bool) -> HTML {
        var html = HTML()
        var rest = node.children[...]
        while let child = rest.popFirst() {
            if !isPlain, case .text(var text) = child.kind {
                // A word of two parts may go on in the next line.
                while rest.first?.kind == .softBreak, case .text(let more)? = rest.dropFirst().first?.kind {
                    text += "\n" + more
                    rest = rest.dropFirst(2)
                }
                html += words(text)
            } else {
                html += draw(child, isPlain: isPlain)
            }
        }
        return html
    }

    private func heading(_ node: Node, level: Int) -> HTML {
        let shown = min(6, max(1, level + headingShift))
        var node = node
        if let last = node.children.last, case .text(let words) = last.kind {
            node.children[node.children.count - 1] = Node(.text(headingWords(words)), line: last.line, byteColumn: last.byteColumn)
        }
        return "<h\(shown)>\(inside(node, true))</h\(shown)>\n"
    }

    private func list(_ node: Node, _ isOrdered: Bool, _ start: Int) -> HTML {
        if !isOrdered { return "<ul>\n\(inside(node, false))</ul>\n" }
        return start == 1
            ? "<ol>\n\(inside(node, false))</ol>\n" : "<ol start=\"\(start)\">\n\(inside(node, false))</ol>\n"
    }

    /// An item of one paragraph needs no paragraph around it.
    private func item(_ node: Node) -> HTML {
        guard let first = node.children.first, first.kind == .paragraph else { return inside(node, false) }
        return inside(first, false) + html(node.children.dropFirst())
    }

    /// Wide tables scroll in a region of their own, which the keyboard reaches too.
    private func table(_ node: Node) -> HTML {
        let rows = node.children.map { row in
            let cell: (HTML) -> HTML =
                row.kind == .tableRow(isHeader: true)
                ? { "<th scope=\"col\">\($0)</th>" } : { "<td>\($0)</td>" }
            return "<tr>\(each: row.children, { cell(inside($0, false)) })</tr>\n" as HTML
        }
        return """
            <div class="table-scroll" tabindex="0"><table>
            <thead>\(each: rows.prefix(1), { $0 })</thead>
            <tbody>\(each: rows.dropFirst(), { $0 })</tbody>
            </table></div>

            """
    }

    private func description(_ node: Node) -> String {
        node.children.map(\.plainText).joined()
    }
}
