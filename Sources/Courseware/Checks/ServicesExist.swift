struct ServicesExist: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        site.links.compactMap { link in
            guard case .service(let id) = link.target, ServiceID(rawValue: id).map(site.map.services.contains) != true else {
                return nil
            }
            return link.document.finding(
                link.place, "unknown-service", "there is no service “\(id)”",
                "use one of: \(site.map.services.sorted().map(\.rawValue).joined(separator: ", "))")
        }
    }
}
