struct PersonasExist: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        site.practices.compactMap { _, document in
            guard let entry = document.frontMatter.entry("persona"), case .text(let name) = entry.value,
                PersonaID(rawValue: name).flatMap({ site.personas[$0] }) == nil
            else { return nil }
            let known = site.personas.keys.sorted().map(\.rawValue).joined(separator: ", ")
            return document.finding(
                entry.line, entry.column, "unknown-persona", "there is no persona “\(name)”",
                known.isEmpty ? "add one to Content/personas" : "use one of: \(known)")
        }
    }
}
