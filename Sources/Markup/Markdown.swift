import CCMarkGFM

/// Reads CommonMark with GitHub's tables and strikethrough, by cmark-gfm.
package enum Markdown {
    /// Deeper than any author nests; a walk through more could run out of stack.
    package static let deepest = 100

    /// The tree of the text.
    ///
    /// - Parameter lines: how many lines stand before it: lines count from the first of these, from 1.
    /// - Throws: `TooDeep` where lists and quotes stand in each other more than `deepest` times.
    package static func parse(_ text: some StringProtocol, after lines: Int = 0) throws(TooDeep) -> Node {
        let types = Types.shared
        guard let parser = Types.parser() else { return Node(.document) }
        defer { cmark_parser_free(parser) }
        for part in [String(repeating: "\n", count: lines), String(text)] {
            var part = part
            part.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
            }
        }
        guard let root = cmark_parser_finish(parser) else { return Node(.document) }
        defer { cmark_node_free(root) }
        try checkDepth(root)
        cmark_consolidate_text_nodes(root)
        return node(root, types)
    }

    private static func checkDepth(_ root: OpaquePointer) throws(TooDeep) {
        var depth = 0
        let iterator = cmark_iter_new(root)
        defer { cmark_iter_free(iterator) }
        while true {
            switch cmark_iter_next(iterator) {
            case CMARK_EVENT_ENTER:
                let node = cmark_iter_get_node(iterator)
                if cmark_node_first_child(node) != nil { depth += 1 }
                if depth > deepest { throw TooDeep(line: Int(cmark_node_get_start_line(node))) }
            case CMARK_EVENT_EXIT:
                if cmark_node_first_child(cmark_iter_get_node(iterator)) != nil { depth -= 1 }
            default: return
            }
        }
    }

    private static func node(_ pointer: OpaquePointer, _ types: Types) -> Node {
        var children: [Node] = []
        var child = cmark_node_first_child(pointer)
        if child != nil { children.reserveCapacity(count(from: child)) }
        while let present = child {
            children.append(node(present, types))
            child = cmark_node_next(present)
        }
        return Node(
            kind(pointer, types), children: children, line: Int(cmark_node_get_start_line(pointer)),
            byteColumn: Int(cmark_node_get_start_column(pointer)))
    }

    /// How many nodes there are from this one to its last sibling.
    private static func count(from pointer: OpaquePointer?) -> Int {
        var (count, next) = (0, pointer)
        while let present = next { (count, next) = (count + 1, cmark_node_next(present)) }
        return count
    }

    private static func kind(_ pointer: OpaquePointer, _ types: Types) -> Node.Kind {
        switch cmark_node_get_type(pointer) {
        case CMARK_NODE_TEXT: .text(literal(pointer))
        case CMARK_NODE_PARAGRAPH: .paragraph
        case CMARK_NODE_SOFTBREAK: .softBreak
        case CMARK_NODE_LINEBREAK: .lineBreak
        case CMARK_NODE_STRONG: .strong
        case CMARK_NODE_EMPH: .emphasis
        case CMARK_NODE_LINK:
            .link(destination: text(cmark_node_get_url(pointer)), title: text(cmark_node_get_title(pointer)))
        case CMARK_NODE_IMAGE:
            .image(destination: text(cmark_node_get_url(pointer)), title: text(cmark_node_get_title(pointer)))
        case CMARK_NODE_CODE: .code(literal(pointer))
        case CMARK_NODE_ITEM: .item
        case CMARK_NODE_LIST:
            .list(
                isOrdered: cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST,
                start: Int(cmark_node_get_list_start(pointer)))
        case CMARK_NODE_HEADING: .heading(level: Int(cmark_node_get_heading_level(pointer)))
        case CMARK_NODE_BLOCK_QUOTE: .quote
        case CMARK_NODE_CODE_BLOCK: .codeBlock(literal(pointer))
        case CMARK_NODE_THEMATIC_BREAK: .rule
        case CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE: .html(literal(pointer))
        case CMARK_NODE_DOCUMENT: .document
        case let type:
            switch types.extensions[type.rawValue] {
            case .tableRow: .tableRow(isHeader: cmark_gfm_extensions_get_table_row_is_header(pointer) != 0)
            case let kind: kind ?? .text(literal(pointer))
            }
        }
    }

    private static func literal(_ pointer: OpaquePointer) -> String {
        text(cmark_node_get_literal(pointer))
    }

    private static func text(_ pointer: UnsafePointer<CChar>?) -> String { pointer.map { String(cString: $0) } ?? "" }
}

/// The kinds of nodes that cmark-gfm's extensions bring. Their numbers are not in its headers, so they are learned from a
/// text that has them all.
private struct Types: Sendable {
    /// Made once: registering the extensions twice at once is not safe.
    static let shared = Types()

    let extensions: [UInt32: Node.Kind]

    private init() {
        cmark_gfm_core_extensions_ensure_registered()
        extensions = Self.kinds()
    }

    private static func kinds() -> [UInt32: Node.Kind] {
        guard let parser = parser() else { return [:] }
        defer { cmark_parser_free(parser) }
        let sample = "| a |\n| - |\n| ~~b~~ |\n"
        cmark_parser_feed(parser, sample, sample.utf8.count)
        guard let root = cmark_parser_finish(parser), let iterator = cmark_iter_new(root) else { return [:] }
        defer {
            cmark_iter_free(iterator)
            cmark_node_free(root)
        }
        var extensions: [UInt32: Node.Kind] = [:]
        while cmark_iter_next(iterator) != CMARK_EVENT_DONE {
            guard let node = cmark_iter_get_node(iterator) else { continue }
            let kind: Node.Kind? =
                switch String(cString: cmark_node_get_type_string(node)) {
                case "table": .table
                // A header has the same number; it is asked for by itself.
                case "table_header", "table_row": .tableRow(isHeader: false)
                case "table_cell": .tableCell
                case "strikethrough": .strikethrough
                default: nil
                }
            if let kind { extensions[cmark_node_get_type(node).rawValue] = kind }
        }
        return extensions
    }

    static func parser() -> OpaquePointer? {
        guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return nil }
        for name in ["table", "strikethrough"] {
            cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
        }
        return parser
    }
}

/// Lists and quotes stand in each other more often than anybody can read.
package struct TooDeep: Error {
    package let line: Int
}
