import Markup

/// Steps, screens and words have an id, so that progress and links can point at them.
struct IdsArePresent: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        (site.documents.courses.flatMap { $0.lessons + $0.practices } + site.documents.glossary).flatMap { document in
            document.sections.compactMap { section in
                let line = section.heading.line
                guard let id = section.writtenID else {
                    return document.finding(
                        Placement(line: line, column: document.file.line(line).count + 1), "missing-id",
                        "“\(section.title)” has no id",
                        "add {#\(WrittenID.kebab(section.title))} after it, or run meedoen check --fix")
                }
                guard !CourseID.isKebabCase(id) else { return nil }
                let start = Placement(line: line, column: 1)
                return document.finding(
                    document.place(of: "{#\(id)}", from: start) ?? start, "missing-id", "“\(id)” cannot be an id",
                    "use small letters, digits and single hyphens: {#\(WrittenID.kebab(id))}")
            }
        }
    }
}
