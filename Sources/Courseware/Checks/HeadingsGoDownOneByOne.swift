import Markup

/// The title is the first level, steps are the second, and below them no level is passed over. A heading stands by
/// itself: in a quote or a list it heads nothing.
struct HeadingsGoDownOneByOne: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        site.documents.all.flatMap { document in
            var last = 1
            return document.pieces.nestedHeadings.map { nested($0, document) } + document.pieces.headings.flatMap { block, level -> [Finding] in
                defer { last = level }
                let place = document.place(line: block.line, byteColumn: block.byteColumn, in: block)
                if level == 1 {
                    return [
                        document.finding(
                            place, "heading-order", "a heading of the first level stands in the text",
                            "the title in the front matter is the first level: use ## here")
                    ]
                }
                guard level > last + 1 else { return [] }
                return [
                    document.finding(
                        place, "heading-order", "this heading skips a level",
                        "use \(String(repeating: "#", count: last + 1)) here")
                ]
            }
        }
    }

    private func nested(_ node: Node, _ document: Document) -> Finding {
        document.finding(
            document.place(line: node.line, byteColumn: node.byteColumn, in: node), "heading-order",
            "a heading stands in a quote or a list", "write it in **bold**, or put it outside")
    }
}
