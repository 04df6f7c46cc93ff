struct LessonsHaveSources: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        site.lessons.compactMap { _, document in
            guard document.file.language == nil, document.troubles.isEmpty, (document.frontMatter.list("sources") ?? []).isEmpty
            else { return nil }
            return document.warning(Placement(line: 1, column: 1), "no-source", "this lesson names no source", "add sources: with the addresses of the facts")
        }
    }
}
