import Markup

struct ImagesExist: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        site.courseDocuments.flatMap { folder, document in
            document.placedNodes.compactMap { node, line in
                guard case .image(let destination, _) = node.kind else { return nil }
                let isThere = CourseID(rawValue: folder.id).map { site.map.picture(destination, of: $0) != nil } ?? false
                let ending = String(destination.split(separator: ".").last ?? "")
                guard !isThere || !["svg", "png", "jpg", "webp"].contains(ending) else { return nil }
                let place = document.file.place(of: destination, from: line)
                return document.finding(
                    place.line, place.column, "missing-image", "there is no picture “\(destination)”",
                    "put an svg, png, jpg or webp into images/ and write images/<name>")
            }
        }
    }
}
