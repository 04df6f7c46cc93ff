/// `#sms` is a step of the lesson, or a screen of the practice; what a step was called before leads there too.
struct AnchorsExist: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        let known = Anchors(site)
        return site.linked.flatMap { document, base in
            document.links.compactMap { destination, place in
                let target: (anchor: String, document: Document?)? =
                    switch LinkTarget(destination, from: base) {
                    case .here(let anchor) where base != .content: (anchor, document)
                    case .lessonFile(let course, let file, .some(let anchor)): (anchor, known.lessons["\(course)/\(file)"])
                    case .practiceFile(let course, let file, .some(let anchor)): (anchor, known.practices["\(course)/\(file)"])
                    default: nil
                    }
                guard let target, let there = target.document else { return nil }
                let ids = there.sections.map { WrittenID.id($0.writtenID, orFrom: $0.title) }
                let moved = (there.frontMatter.mapping("moved") ?? []).map(\.key)
                guard !ids.contains(target.anchor), !moved.contains(target.anchor) else { return nil }
                return document.finding(
                    place, "broken-anchor", "“#\(target.anchor)” does not exist there",
                    ids.isEmpty ? "give the step an id" : "use one of: \(ids.joined(separator: ", "))")
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

    /// The documents that links lead to, by course and file.
    private struct Anchors {
        var lessons: [String: Document] = [:]
        var practices: [String: Document] = [:]

        init(_ site: CheckedSite) {
            for (folder, document) in site.lessons where document.file.language == nil {
                lessons["\(folder.id)/\(document.file.name)"] = document
            }
            for (folder, document) in site.practices where document.file.language == nil {
                practices["\(folder.id)/\(document.file.name)"] = document
            }
        }
    }
}
