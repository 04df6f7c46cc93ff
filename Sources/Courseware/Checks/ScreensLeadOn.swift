import Markup

struct ScreensLeadOn: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        site.practiceMaps.flatMap { document, map in
            document.sections.compactMap { section in
                let id = section.id
                guard id != ScreenID.done.rawValue, map.isDeadEnd(id) else { return nil }
                return document.finding(
                    document.place(of: section), "practice-dead-end",
                    "from the screen “\(section.title)” there is not always a way on",
                    "add a link to another screen, such as [Terug](#\(map.first ?? "start"))")
            }
        }
    }
}
