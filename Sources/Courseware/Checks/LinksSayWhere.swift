import Markup

struct LinksSayWhere: Check {
    private static let vague: Set<String> = ["hier", "klik hier", "lees meer", "meer", "link", "here", "click here", "more", "read more"]

    func findings(in site: CheckedSite) -> [Finding] {
        site.documents.all.flatMap { document in
            document.placedNodes.compactMap { node, line in
                guard case .link = node.kind, Self.vague.contains(node.plainText.lowercased()) else { return nil }
                let place = document.file.place(of: "[\(node.plainText)]", from: line)
                return document.warning(
                    place.line, place.column, "vague-link", "“\(node.plainText)” does not say where the link leads",
                    "name what is behind it: [DigiD aanvragen](…)")
            }
        }
    }
}
