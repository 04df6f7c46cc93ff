struct TermsAreExplained: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        site.documents.all.flatMap { document in
            document.links.compactMap { link in
                guard case .term(let id) = LinkTarget(link.destination),
                    site.map.term(id, in: document.file.language ?? .dutch) == nil
                else { return nil }
                return document.finding(
                    link.line, link.column, "unknown-term", "the glossary has no word “\(id)”",
                    "add ## … {#\(id)} to Content/glossary, or use an id that is there")
            }
        }
    }
}
