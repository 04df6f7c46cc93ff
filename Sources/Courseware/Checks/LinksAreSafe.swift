struct LinksAreSafe: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        site.documents.all.flatMap { document in
            document.links.compactMap { link in
                guard LinkTarget(link.destination) == .unsafe else { return nil }
                return document.finding(
                    link.line, link.column, "unsafe-link", "“\(link.destination)” is not an address that is allowed",
                    "use https://…, mailto:, tel:, or the file of a lesson")
            }
        }
    }
}
