/// Links in texts, and the addresses in front matter.
struct LinksAreSafe: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        site.links.compactMap { link in
            guard link.target == .unsafe else { return nil }
            let shown = link.link.destination.filter { !$0.isNewline && $0 != "\t" }
            return link.document.finding(
                link.place, "unsafe-link", "“\(shown)” is not an address that is allowed",
                "use https://…, mailto:, tel:, or the file of a lesson")
        } + site.linked.flatMap { document, _ in
            addresses(document, "sources", document.frontMatter.list("sources") ?? [])
                + addresses(document, "official_mandate", document.frontMatter.text("official_mandate").map { [$0] } ?? [])
        }
    }

    private func addresses(_ document: Document, _ key: String, _ addresses: [String]) -> [Finding] {
        addresses.filter { !LinkTarget.isWebAddress($0) }.map { address in
            let start = document.place(ofKey: key)
            return document.finding(
                document.place(of: address, from: start, lines: 50) ?? start, "unsafe-link",
                "“\(address)” is no web address", "write it in full: https://www.digid.nl")
        }
    }
}
