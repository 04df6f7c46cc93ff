import Markup

/// What a practice asks of its flags can happen: conditions ask for flags that a link sets, and titles set or clear.
struct FlagsAreSet: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        site.practices.flatMap { _, document in
            let links = document.placedNodes.compactMap { placed in ScreenLink(placed.node, isBold: false).map { ($0, placed) } }
            let set = Set(links.flatMap(\.0.sets))
            return links.filter { $0.1.node.kind != .strong }.flatMap { strange($0.0, at: $0.1, document) }
                + conditions(document).filter { $0.condition.isSet && !set.contains($0.condition.flag) }.map { condition, place in
                    let flag = condition.flag
                    let isName = !flag.isEmpty && !flag.contains(where: \.isWhitespace)
                    return document.finding(
                        place, "practice-unreachable", "no link sets “\(flag)”, so this is never shown",
                        isName
                            ? "add \"+\(flag)\" to a link: [Verder](#… \"+\(flag)\")"
                            : "write the name of a flag right after it: {?bericht-gelezen}")
                }
                + opening(document)
        }
    }

    private func strange(_ link: ScreenLink, at placed: PlacedNode, _ document: Document) -> [Finding] {
        guard let word = link.strangeWords.first else { return [] }
        let start = document.place(of: placed)
        return [
            document.finding(
                document.place(of: word, from: start) ?? start, "unknown-key", "“\(word)” neither sets nor clears a flag",
                "write + or - before the name of a flag: \"+bericht-gelezen\"")
        ]
    }

    private func conditions(_ document: Document) -> [(condition: Condition, place: Placement)] {
        document.placedNodes.flatMap { placed -> [(Condition, Placement)] in
            guard placed.node.kind == .paragraph else { return [] }
            let place = document.place(of: placed)
            return Condition.split(placed.node.children).conditions.map { ($0, place) }
        }
    }

    private func opening(_ document: Document) -> [Finding] {
        guard let first = document.opening.first, !document.sections.isEmpty else { return [] }
        return [
            document.finding(
                document.place(line: first.line, byteColumn: first.byteColumn, in: first), "practice-unreachable",
                "what stands before the first screen is never shown", "put it under the heading of a screen")
        ]
    }
}
