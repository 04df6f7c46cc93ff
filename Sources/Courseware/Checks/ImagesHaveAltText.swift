import Markup

struct ImagesHaveAltText: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        site.documents.all.flatMap { document in
            document.placedNodes.compactMap { node, line in
                guard case .image(let destination, _) = node.kind,
                    node.children.map(\.plainText).joined().allSatisfy(\.isWhitespace)
                else { return nil }
                let place = document.file.place(of: "![", from: line)
                return document.finding(
                    place.line, place.column, "missing-alt", "the picture “\(destination)” has no description",
                    "write what it shows between the brackets: ![een brief met een code](\(destination))")
            }
        }
    }
}
