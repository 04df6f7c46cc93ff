struct FactsAreFresh: Check {
    static let longest = 180

    func findings(in site: CheckedSite) -> [Finding] {
        guard let today = site.today.flatMap(WrittenDay.number) else { return [] }
        return site.lessons.compactMap { _, document in
            guard let entry = document.frontMatter.entry("checked"), case .text(let text) = entry.value,
                let day = WrittenDay.number(text), today - day > Self.longest
            else { return nil }
            return document.warning(
                Placement(line: entry.line, column: entry.column), "checked-long-ago", "the facts were checked \(today - day) days ago",
                "compare them with the sources, and write today's date")
        }
    }
}
