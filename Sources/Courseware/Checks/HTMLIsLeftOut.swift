import Foundation
import Markup

struct HTMLIsLeftOut: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        site.documents.all.flatMap { document in
            document.placedNodes.compactMap { node, line in
                guard case .html(let html) = node.kind, !html.hasPrefix("</") else { return nil }
                let start = html.split(separator: "\n").first.map { $0.trimmingCharacters(in: .whitespaces) } ?? html
                let place = document.file.place(of: start, from: line)
                return document.finding(
                    place.line, place.column, "raw-html", "“\(start.prefix(40))” is HTML, which is never shown",
                    "write it in Markdown, or put it between ` ` to show it as it is")
            }
        }
    }
}
