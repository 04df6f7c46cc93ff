import CCMarkGFM

/// Reads CommonMark with GitHub's tables and strikethrough, by cmark-gfm.
package enum Markdown {
    /// Deeper than any author nests; a walk through more could run out of stack.
    package static let deepest = 100

    /// The tree of the text; lines count from 1.
    ///
    /// - Throws: `TooDeep` where lists and quotes stand in each other more than `deepest` times.
    package static func parse(_ text: String) throws(TooDeep) -> Node {
        _ = extensionsAreRegistered
        guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return Node(.document) }
        defer { cmark_parser_free(parser) }
        for name in ["table", "strikethrough"] {
            cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
        }
        var text = text
        text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
        }
        guard let root = cmark_parser_finish(parser) else { return Node(.document) }
        defer { cmark_node_free(root) }
        try checkDepth(root)
        cmark_consolidate_text_nodes(root)
        return node(root)
    }

    /// Registering twice at once is not safe in cmark-gfm; a static value is made once.
    private static let extensionsAreRegistered: Bool = {
        cmark_gfm_core_extensions_ensure_registered()
        return true
    }()

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

    private static func node(_ pointer: OpaquePointer) -> Node {
        var children: [Node] = []
        var child = cmark_node_first_child(pointer)
        while let present = child {
            children.append(node(present))
            child = cmark_node_next(present)
        }
        return Node(
            kind(pointer), children: children, line: Int(cmark_node_get_start_line(pointer)),
            byteColumn: Int(cmark_node_get_start_column(pointer)))
    }

    private static func kind(_ pointer: OpaquePointer) -> Node.Kind {
        // The types of the extensions are not in the headers, so all are told apart by their names.
        switch String(cString: cmark_node_get_type_string(pointer)) {
        case "document": .document
        case "paragraph": .paragraph
        case "heading": .heading(level: Int(cmark_node_get_heading_level(pointer)))
        case "block_quote": .quote
        case "list":
            .list(
                isOrdered: cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST,
                start: Int(cmark_node_get_list_start(pointer)))
        case "item": .item
        case "code_block": .codeBlock(literal(pointer))
        case "thematic_break": .rule
        case "table": .table
        case "table_header": .tableRow(isHeader: true)
        case "table_row": .tableRow(isHeader: false)
        case "table_cell": .tableCell
        case "html_block", "html_inline": .html(literal(pointer))
        case "text": .text(literal(pointer))
        case "code": .code(literal(pointer))
        case "softbreak": .softBreak
        case "linebreak": .lineBreak
        case "emph": .emphasis
        case "strong": .strong
        case "strikethrough": .strikethrough
        case "link": .link(destination: text(cmark_node_get_url(pointer)), title: text(cmark_node_get_title(pointer)))
        case "image": .image(destination: text(cmark_node_get_url(pointer)), title: text(cmark_node_get_title(pointer)))
        default: .text(literal(pointer))
        }
    }

    private static func literal(_ pointer: OpaquePointer) -> String {
        text(cmark_node_get_literal(pointer))
    }

    private static func text(_ pointer: UnsafePointer<CChar>?) -> String { pointer.map { String(cString: $0) } ?? "" }
}

/// Lists and quotes stand in each other more often than anybody can read.
package struct TooDeep: Error {
    package let line: Int
}
