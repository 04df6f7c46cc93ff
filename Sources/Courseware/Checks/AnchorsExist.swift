/// `#sms` is a step of the lesson, or a screen of the practice; what a step was called before leads there too.
struct AnchorsExist: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        let known = Anchors(site)
        return site.linked.flatMap { document, base in
            document.links.compactMap { destination, place in
                let target: (anchor: String, ids: [String]?)? =
                    switch LinkTarget(destination, from: base) {
                    case .here(let anchor) where base != .content: (anchor, known.own[document.file.path])
                    case .lessonFile(let course, let file, .some(let anchor)): (anchor, known.lessons["\(course)/\(file)"])
                    case .practiceFile(let course, let file, .some(let anchor)): (anchor, known.practices["\(course)/\(file)"])
                    default: nil
                    }
                guard let target, let ids = target.ids, !ids.contains(target.anchor) else { return nil }
                return document.finding(
                    place, "broken-anchor", "“#\(target.anchor)” does not exist there",
                    ids.isEmpty ? "give the step an id" : "use one of: \(ids.prefix(30).joined(separator: ", "))")
            }
        } + site.lessons.flatMap { moved($0.document) }
    }

    /// `moved: {wat-nodig: nodig}`: from what is no step any more to what is one.
    private func moved(_ document: Document) -> [Finding] {
        let ids = document.sections.map { WrittenID.id($0.writtenID, orFrom: $0.title) }
        let pairs = document.frontMatter.mapping("moved") ?? []
        return pairs.compactMap { pair in
            let place = Placement(line: pair.line, column: pair.column)
            if ids.contains(pair.key) {
                return document.finding(
                    place, "duplicate-id", "“\(pair.key)” is a step of this lesson, so it did not move",
                    "take it out of moved, or give the step another id")
            }
            guard !ids.contains(pair.value), !pairs.contains(where: { $0.key == pair.value }) else { return nil }
            return document.finding(
                place, "broken-anchor", "“\(pair.key)” moved to “\(pair.value)”, which is no step of this lesson",
                ids.isEmpty ? "give the steps an id" : "use one of: \(ids.joined(separator: ", "))")
        }
    }

    /// The ids that links can lead to, those of old too, by course and file of the source language, and of each text itself.
    private struct Anchors {
        private(set) var lessons: [String: [String]] = [:]
        private(set) var practices: [String: [String]] = [:]
        private(set) var own: [String: [String]] = [:]

        init(_ site: CheckedSite) {
            for (folder, document) in site.lessons {
                own[document.file.path] = Self.ids(document)
                if document.file.language == nil { lessons["\(folder.id)/\(document.file.name)"] = own[document.file.path] }
            }
            for (folder, document) in site.practices {
                own[document.file.path] = Self.ids(document)
                if document.file.language == nil { practices["\(folder.id)/\(document.file.name)"] = own[document.file.path] }
            }
        }

        private static func ids(_ document: Document) -> [String] {
            document.sections.map { WrittenID.id($0.writtenID, orFrom: $0.title) }
                + (document.frontMatter.mapping("moved") ?? []).map(\.key)
        }
    }
}
