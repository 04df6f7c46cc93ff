import Markup

struct ScreensAreReached: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        site.practiceMaps.flatMap { document, map -> [Finding] in
            guard map.isWhole else { return [] }
            let reached = Set(map.reached.map(\.screen))
            return document.sections.compactMap { section -> Finding? in
                let id = section.id
                guard !reached.contains(id) else { return nil }
                return document.finding(
                    document.place(of: section), "practice-unreachable", "no way leads to the screen “\(section.title)”",
                    "add a link to #\(id), or take the screen away")
            }
        }
    }
}
