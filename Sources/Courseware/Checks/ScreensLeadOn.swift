import Markup

struct ScreensLeadOn: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        site.practiceMaps.flatMap { document, map in
            document.sections.compactMap { section in
                let id = WrittenID.id(section.writtenID, orFrom: section.title)
                guard map.ways[id]?.isEmpty == true, id != ScreenID.done.rawValue else { return nil }
                return document.finding(
                    section.heading.line, section.heading.byteColumn, "practice-dead-end",
                    "from the screen “\(section.title)” there is no way on",
                    "add a link to another screen, such as [Terug](#\(map.first ?? "start"))")
            }
        }
    }
}
