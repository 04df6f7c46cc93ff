/// `#sms` is a step of the lesson, or a screen of the practice.
struct AnchorsExist: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        site.courseDocuments.flatMap { folder, document in
            document.links.compactMap { link in
                let known: Set<String>? =
                    switch LinkTarget(link.destination) {
                    case .here: Self.anchors(of: document)
                    case .lessonFile(let course, let file, .some):
                        site.lessons.first {
                            $0.folder.id == course ?? folder.id && $0.document.file.language == nil
                                && $0.document.file.stem == FileNames.stem(file)
                        }.map { Self.anchors(of: $0.document) }
                    default: nil
                    }
                let anchor = String(link.destination.split(separator: "#", maxSplits: 1).last ?? "")
                guard let known, !known.contains(anchor) else { return nil }
                return document.finding(
                    link.line, link.column, "broken-anchor", "“#\(anchor)” does not exist there",
                    known.isEmpty ? "give the step an id" : "use one of: \(known.sorted().joined(separator: ", "))")
            }
        }
    }

    private static func anchors(of document: Document) -> Set<String> {
        Set(document.sections.map { WrittenID.id($0.writtenID, orFrom: $0.title) })
            .union((document.frontMatter.mapping("moved") ?? []).map(\.key))
    }
}
