/// The keys that must be there, with a value that can be used.
struct KeysArePresent: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        site.kinds.filter { $0.document.frontMatter.troubles.isEmpty && $0.document.troubles.isEmpty }
            .flatMap { document, kind in
                kind.required.compactMap { missing($0, in: document, kind) }
                    + document.frontMatter.entries.flatMap { unusable($0, in: document, kind) }
            }
    }

    private func missing(_ key: String, in document: Document, _ kind: DocumentKind) -> Finding? {
        if let value = document.frontMatter[key], !value.isEmpty { return nil }
        let remedy =
            switch DocumentKind.shapes[key] {
            case .list: "add a line: \(key): […]"
            case .pairs: "add a line \(key): and below it, two spaces further, a line name: …"
            default: "add a line: \(key): …"
            }
        return document.finding(document.place(ofKey: key), "required-key", "this \(kind.name) has no \(key)", remedy)
    }

    private func unusable(_ entry: FrontMatter.Entry, in document: Document, _ kind: DocumentKind) -> [Finding] {
        // What is empty is missing, if it must be there.
        guard kind.keys.contains(entry.key), !entry.value.isEmpty else { return [] }
        if DocumentKind.shapes[entry.key] == .pairs, case .mapping(let pairs) = entry.value {
            return pairs.compactMap { pair in
                guard let (problem, remedy) = problem(pair, of: entry.key) else { return nil }
                return document.finding(Placement(line: pair.line, column: pair.column), "front-matter", problem, remedy)
            }
        }
        guard let (problem, remedy) = problem(entry, kind) else { return [] }
        return [document.finding(Placement(line: entry.line, column: entry.column), "front-matter", problem, remedy)]
    }

    private func problem(_ pair: FrontMatter.Pair, of key: String) -> (String, String)? {
        if pair.key.isEmpty || pair.value.allSatisfy(\.isWhitespace) {
            return ("“\(pair.key)” of \(key) is empty", "write a value after \(pair.key):")
        }
        // Acts and steps are ids: what was done and agreed points at them.
        guard ["acts", "moved"].contains(key), !CourseID.isKebabCase(pair.key) else { return nil }
        return (
            "“\(pair.key)” of \(key) cannot be an id", "use small letters, digits and single hyphens: \(WrittenID.kebab(pair.key))"
        )
    }

    private func problem(_ entry: FrontMatter.Entry, _ kind: DocumentKind) -> (String, String)? {
        let key = entry.key
        if let choices = DocumentKind.choices[kind.name]?[key] {
            if case .text(let text) = entry.value, choices.contains(text) { return nil }
            return ("\(key) is none of the values there are", "use one of: \(choices.joined(separator: ", "))")
        }
        switch (DocumentKind.shapes[key] ?? .words, entry.value) {
        case (.words, .text), (.list, .list), (.pairs, .mapping): return nil
        case (.number, .text(let text)):
            if let number = Int(text), (1...100_000).contains(number) { return nil }
            return ("\(key) is not a number above zero", "write for example: \(key): 20")
        case (.day, .text(let text)):
            return WrittenDay.isDay(text) ? nil : ("\(key) is not a day", "write for example: \(key): 2026-11-23")
        case (.words, _): return ("\(key) is not one text", "write it on one line: \(key): …")
        case (.list, _): return ("\(key) is not a list", "write each on a line of its own: - …")
        case (.pairs, _): return ("\(key) is not a list of names with values", "write each on a line of its own: name: …")
        case (.number, _): return ("\(key) is not a number above zero", "write for example: \(key): 20")
        case (.day, _): return ("\(key) is not a day", "write for example: \(key): 2026-11-23")
        }
    }
}

extension FrontMatter.Value {
    var isEmpty: Bool {
        switch self {
        case .text(let text): text.allSatisfy { $0.isWhitespace }
        case .list(let list): list.isEmpty
        case .mapping(let pairs): pairs.isEmpty
        case .other: false
        }
    }
}
