import Markup

struct LinksSayWhere: Check {
    private static let vague: Set<String> = ["hier", "klik hier", "lees meer", "meer", "link", "here", "click here", "more", "read more", ""]

    private static let longest = vague.map(\.utf8.count).max() ?? 0

    func findings(in site: CheckedSite) -> [Finding] {
        site.documents.all.flatMap { document in
            document.pieces.links.compactMap { placed in
                guard case .link = placed.node.kind, !placed.node.children.contains(where: \.isImage) else { return nil }
                let words = placed.node.plainText
                // Most say more than any of these.
                guard words.utf8.count(where: \.isLetter) <= Self.longest, Self.vague.contains(words.lowercased().filter { $0.isLetter || $0 == " " }.trimmed) else { return nil }
                return document.warning(
                    document.place(of: placed), "vague-link", "“\(words)” does not say where the link leads",
                    "name what is behind it: [DigiD aanvragen](…)")
            }
        }
    }
}

extension Node {
    fileprivate var isImage: Bool { if case .image = kind { true } else { false } }
}
