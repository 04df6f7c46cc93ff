struct KeysAreKnown: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        site.kinds.flatMap { document, kind in
            document.frontMatter.entries.compactMap { entry in
                let known = kind.keys
                guard !known.contains(entry.key) else { return nil }
                return document.finding(
                    Placement(line: entry.line, column: entry.column), "unknown-key", "a \(kind.name) has no key “\(entry.key)”",
                    "use one of: \(known.joined(separator: ", "))")
            }
        }
    }
}
