import Foundation
import Markup

struct HTMLIsLeftOut: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        site.documents.all.flatMap { document in
            var lastOpened = ""
            return document.pieces.html.compactMap { placed -> Finding? in
                guard case .html(let html) = placed.node.kind else { return nil }
                // The end of what was named already needs no second finding.
                let name = html.drop { "</".contains($0) }.prefix { $0.isLetter || $0.isNumber }
                if html.hasPrefix("</"), !name.isEmpty, lastOpened == name, !html.contains("\n") { return nil }
                lastOpened = String(name)
                let start = html.split(separator: "\n").first.map { $0.trimmed } ?? html
                return document.finding(
                    document.place(of: placed), "raw-html", "“\(start.prefix(40))” is HTML, which is never shown",
                    "write it in Markdown, or put it between ` ` to show it as it is")
            }
        }
    }
}
