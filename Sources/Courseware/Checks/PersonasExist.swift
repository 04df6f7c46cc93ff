struct PersonasExist: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        // One whose file has a fault is named there.
        let known = site.map.personaNames
        return site.practices.compactMap { _, document in
            guard let name = document.frontMatter.text("persona"), !known.contains(name) else { return nil }
            return document.finding(
                document.place(ofKey: "persona"), "unknown-persona", "there is no persona “\(name)”",
                known.isEmpty ? "add one to Content/personas" : "use one of: \(known.sorted().joined(separator: ", "))")
        }
    }
}
