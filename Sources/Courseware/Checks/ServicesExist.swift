struct ServicesExist: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        site.linked.flatMap { document, base in
            document.links.compactMap { destination, place in
                guard case .service(let id) = LinkTarget(destination, from: base),
                    ServiceID(rawValue: id).map(site.map.services.contains) != true
                else { return nil }
                return document.finding(
                    place, "unknown-service", "there is no service “\(id)”",
                    "use one of: \(site.map.services.sorted().map(\.rawValue).joined(separator: ", "))")
            }
        }
    }
}
