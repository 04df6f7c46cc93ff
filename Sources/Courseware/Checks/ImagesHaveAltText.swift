import Markup

struct ImagesHaveAltText: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        site.documents.all.flatMap { document in
            document.pieces.images.compactMap { placed in
                guard case .image(let destination, _) = placed.node.kind,
                    placed.node.children.map(\.plainText).joined().allSatisfy(\.isWhitespace)
                else { return nil }
                return document.finding(
                    document.place(of: placed), "missing-alt", "the picture “\(destination)” has no description",
                    "write what it shows between the brackets: ![een brief met een code](\(destination))")
            }
        }
    }
}
