import Markup

struct StepsHaveContent: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        (site.documents.courses.flatMap { $0.lessons + $0.practices } + site.documents.glossary).flatMap { document in
            document.sections.filter { $0.blocks.isEmpty }.map { section in
                document.finding(
                    document.place(of: section), "empty-step", "“\(section.title)” is empty",
                    "write something under it, or take the heading away")
            }
                + document.sections.filter { $0.title.isEmpty && !$0.blocks.isEmpty }.map { section in
                    document.finding(
                        document.place(of: section), "empty-step", "this heading has no words", "write a title after ##")
                }
                + (document.sections.isEmpty && document.troubles.isEmpty && document.hasFrontMatter
                    ? [
                        document.finding(
                            Placement(line: 1, column: 1), "empty-step", "this file has no steps",
                            "begin each step with a line: ## Titel {#id}")
                    ] : [])
        }
    }
}
