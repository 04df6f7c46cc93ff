import Markup

/// The title is the first level, steps are the second, and below them no level is passed over.
struct HeadingsGoDownOneByOne: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        site.documents.all.flatMap { document in
            var last = 1
            return document.allBlocks.compactMap { block -> Finding? in
                guard case .heading(let level) = block.kind else { return nil }
                defer { last = level }
                if level == 1 {
                    return document.finding(
                        block.line, block.byteColumn, "heading-order", "a heading of the first level stands in the text",
                        "the title in the front matter is the first level: use ## here")
                }
                guard level > last + 1 else { return nil }
                return document.finding(
                    block.line, block.byteColumn, "heading-order", "this heading skips a level",
                    "use \(String(repeating: "#", count: last + 1)) here")
            }
        }
    }
}
