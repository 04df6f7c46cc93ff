struct ServicesExist: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        site.documents.all.flatMap { document in
            document.links.compactMap { link in
                guard case .service(let id) = LinkTarget(link.destination),
                    ServiceID(rawValue: id).map(site.map.services.contains) != true
                else { return nil }
                return document.finding(
                    link.line, link.column, "unknown-service", "there is no service “\(id)”",
                    "use one of: \(site.map.services.sorted().map(\.rawValue).joined(separator: ", "))")
            }
        }
    }
}
