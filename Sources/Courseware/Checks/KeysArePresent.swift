/// The keys that must be there, with a value that can be used.
struct KeysArePresent: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        site.kinds.filter { $0.document.frontMatter.troubles.isEmpty && $0.document.troubles.isEmpty }
            .flatMap { document, kind in
                kind.required.compactMap { missing($0, in: document, kind) }
                    + document.frontMatter.entries.compactMap { unusable($0, in: document, kind) }
            }
    }

    private func missing(_ key: String, in document: Document, _ kind: DocumentKind) -> Finding? {
        switch document.frontMatter[key] {
        case .text(let text) where !text.isEmpty: nil
        case .list(let list) where !list.isEmpty: nil
        case .mapping(let pairs) where !pairs.isEmpty: nil
        default:
            document.finding(
                document.frontMatter.entry(key)?.line ?? 1, document.frontMatter.entry(key)?.column ?? 1, "required-key",
                "this \(kind.name) has no \(key)", "add a line: \(key): …")
        }
    }

    private func unusable(_ entry: FrontMatter.Entry, in document: Document, _ kind: DocumentKind) -> Finding? {
        let problem: (String, String) -> Finding = { problem, remedy in
            document.finding(entry.line, entry.column, "front-matter", problem, remedy)
        }
        if case .other = entry.value {
            return problem("\(entry.key) cannot be read", "write it as in the authoring page")
        }
        if let choices = DocumentKind.choices[kind.name]?[entry.key] {
            if case .text(let text) = entry.value, choices.contains(text) { return nil }
            return problem("\(entry.key) is none of the values there are", "use one of: \(choices.joined(separator: ", "))")
        }
        if ["minutes", "max_days"].contains(entry.key) {
            if case .text(let text) = entry.value, let number = Int(text), number > 0 { return nil }
            return problem("\(entry.key) is not a number above zero", "write for example: \(entry.key): 20")
        }
        if entry.key == "checked" {
            if case .text(let text) = entry.value, Day.isDay(text) { return nil }
            return problem("checked is not a day", "write for example: checked: 2026-11-23")
        }
        return nil
    }
}
