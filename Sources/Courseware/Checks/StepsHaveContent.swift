import Markup

struct StepsHaveContent: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        site.documents.courses.flatMap { $0.lessons + $0.practices }.flatMap { document in
            document.sections.filter(\.blocks.isEmpty).map { section in
                document.finding(
                    section.heading.line, section.heading.byteColumn, "empty-step", "“\(section.title)” is empty",
                    "write something under it, or take the heading away")
            } + (document.sections.isEmpty && document.troubles.isEmpty
                ? [
                    document.finding(
                        1, 1, "empty-step", "this file has no steps", "begin each step with a line: ## Titel {#id}")
                ] : [])
        }
    }
}
