/// Every hard word that is linked stands in the glossary, with an explanation, and each of its forms belongs to it alone.
struct TermsAreExplained: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        site.links.compactMap { link in
            guard case .term(let id) = link.target, site.map.term(id, in: link.document.file.language ?? .dutch) == nil else {
                return nil
            }
            let written = WrittenID.kebab(id)
            let isThere = site.map.term(written, in: link.document.file.language ?? .dutch) != nil
            return link.document.finding(
                link.place, "unknown-term", "the glossary has no word “\(id)”",
                isThere ? "write term:\(written)" : "add ## … {#\(written)} to Content/glossary, or use an id that is there")
        } + site.documents.glossary.flatMap(entries)
    }

    private func entries(_ glossary: Document) -> [Finding] {
        var owners: [String: String] = [:]
        return glossary.sections.flatMap { section -> [Finding] in
            let (also, explanation) = GlossaryReader.split(section.blocks)
            var findings: [Finding] = []
            // A word without any text is an empty step.
            if explanation.isEmpty, !section.blocks.isEmpty {
                findings.append(
                    glossary.finding(
                        glossary.place(of: section), "empty-step", "“\(section.title)” is not explained",
                        "write under it, in one or two short sentences, what it means"))
            }
            let forms = Dictionary(([section.title] + also).map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
            for (form, written) in forms.sorted(by: { $0.key < $1.key }) {
                if let owner = owners[form] {
                    let start = glossary.place(of: section)
                    findings.append(
                        glossary.warning(
                            glossary.place(of: written, from: start) ?? start, "duplicate-id",
                            "“\(written)” is a form of “\(owner)” already", "take it out of one of the two"))
                }
                owners[form] = owners[form] ?? section.title
            }
            return findings
        }
    }
}
