import Foundation
import Markup

struct ImagesExist: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        site.linked.flatMap { document, base in
            document.pieces.images.compactMap { placed in
                guard case .image(let destination, _) = placed.node.kind,
                    let problem = problem(LinkTarget(destination, from: base), base, site.map)
                else { return nil }
                return document.finding(
                    document.place(ofAddress: destination, in: placed), "missing-image", "“\(destination)” \(problem)",
                    "put an svg, png, jpg or webp into images/ of the course and write \(base.wayToCourse)images/<name>")
            }
        }
    }

    private func problem(_ target: LinkTarget, _ base: LinkTarget.Base, _ map: SiteMap) -> String? {
        guard base != .content else { return "cannot be shown here: only courses have pictures" }
        guard case .pictureFile(let course, let file) = target else { return "is no picture in images/" }
        let ending = file.lastPart(after: ".").lowercased()
        guard SiteDocuments.pictureEndings.contains(ending) else { return "is of a kind that is not shown" }
        return map.hasPicture(file, of: course) ? nil : "is not there"
    }
}
