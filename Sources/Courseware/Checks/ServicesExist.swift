struct ServicesExist: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        site.linked.flatMap { document, base in
            document.links.compactMap { link in
                guard case .service(let id) = LinkTarget(link.destination, from: base),
                    ServiceID(rawValue: id).map(site.map.services.contains) != true
                else { return nil }
                return document.finding(
                    document.place(of: link), "unknown-service", "there is no service “\(id)”",
                    "use one of: \(site.map.services.sorted().map(\.rawValue).joined(separator: ", "))")
            }
        }
    }
}
