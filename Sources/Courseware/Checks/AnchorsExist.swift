/// `#sms` is a step of the lesson, or a screen of the practice; what a step was called before leads there too. What
/// leads into another folder is an `AnchorReference`.
struct AnchorsExist: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        site.links.compactMap { link in
            let target: (anchor: String, ids: [String]?)? =
                switch link.target {
                case .here(let anchor) where link.base != .content: (anchor, site.anchors.own[link.document.file.path])
                case .lessonFile(let course, let file, .some(let anchor)): (anchor, site.anchors.ids[.lesson(course, file)])
                case .practiceFile(let course, let file, .some(let anchor)): (anchor, site.anchors.ids[.practice(course, file)])
                default: nil
                }
            guard let target, let ids = target.ids, !ids.contains(target.anchor) else { return nil }
            return Self.broken(target.anchor, ids, at: link)
        } + site.lessons.flatMap { moved($0.document) }
    }

    static func broken(_ anchor: String, _ ids: [String], at link: CheckedLink) -> Finding {
        link.document.finding(link.place, "broken-anchor", "“#\(anchor)” does not exist there", remedy(ids))
    }

    static func remedy(_ ids: [String]) -> String {
        ids.isEmpty ? "give the step an id" : "use one of: \(ids.prefix(30).joined(separator: ", "))"
    }

    /// `moved: {wat-nodig: nodig}`: from what is no step any more to what is one.
    private func moved(_ document: Document) -> [Finding] {
        let ids = document.sections.map(\.id)
        let pairs = document.frontMatter.mapping("moved") ?? []
        let steps = Set(ids)
        let moved = Dictionary(pairs.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
        return pairs.compactMap { pair in
            let place = Placement(line: pair.line, column: pair.column)
            if steps.contains(pair.key) {
                return document.finding(
                    place, "duplicate-id", "“\(pair.key)” is a step of this lesson, so it did not move",
                    "take it out of moved, or give the step another id")
            }
            if steps.contains(pair.value) { return nil }
            if Self.comesBack(to: pair.key, moved) {
                return document.finding(
                    place, "broken-anchor", "“\(pair.key)” moved in a circle, and never comes to a step",
                    ids.isEmpty ? "give the steps an id" : "use one of: \(ids.joined(separator: ", "))")
            }
            // What moved more than once is judged at its last move.
            guard moved[pair.value] == nil else { return nil }
            return document.finding(
                place, "broken-anchor", "“\(pair.key)” moved to “\(pair.value)”, which is no step of this lesson",
                ids.isEmpty ? "give the steps an id" : "use one of: \(ids.joined(separator: ", "))")
        }
    }
}

extension AnchorsExist {
    fileprivate static func comesBack(to id: String, _ moved: [String: String]) -> Bool {
        var seen: Set<String> = []
        var next = moved[id]
        while let step = next, seen.insert(step).inserted {
            if step == id { return true }
            next = moved[step]
        }
        return false
    }
}

/// The ids that links can lead to, those of old too.
struct Anchors: Sendable {
    /// A text by its course and its file in the source language.
    enum Target: Sendable, Hashable {
        case lesson(String, String)
        case practice(String, String)
    }

    private(set) var ids: [Target: [String]] = [:]
    /// By the path of each text itself.
    private(set) var own: [String: [String]] = [:]

    init(_ documents: SiteDocuments) {
        for folder in documents.courses {
            for document in folder.lessons { add(document, .lesson(folder.id, document.file.name)) }
            for document in folder.practices { add(document, .practice(folder.id, document.file.name)) }
        }
    }

    private mutating func add(_ document: Document, _ target: Target) {
        let ids = document.sections.map(\.id)
            + (document.frontMatter.mapping("moved") ?? []).map(\.key)
        own[document.file.path] = ids
        if document.file.language == nil { self.ids[target] = ids }
    }
}

/// A link to a step or screen in another folder: whether that is there is known when the other is read.
struct AnchorReference: Sendable {
    let target: Anchors.Target
    /// What is wrong where these are the ids in the target; nothing where the link leads to one of them.
    let finding: @Sendable (_ ids: [String]) -> Finding?

    /// Those that lead out of what is looked at.
    static func all(in site: CheckedSite) -> [AnchorReference] {
        let inside = Set(site.documents.courses.map(\.id))
        return site.links.compactMap { link in
            let target: Anchors.Target
            let anchor: String
            switch link.target {
            case .lessonFile(let course, let file, .some(let id)) where !inside.contains(course):
                (target, anchor) = (.lesson(course, file), id)
            case .practiceFile(let course, let file, .some(let id)) where !inside.contains(course):
                (target, anchor) = (.practice(course, file), id)
            default: return nil
            }
            // The ids are put in later, and the document shall not be kept until then.
            let sample = AnchorsExist.broken(anchor, [], at: link)
            return AnchorReference(target: target) { ids in
                guard !ids.contains(anchor) else { return nil }
                var finding = sample
                finding.remedy = AnchorsExist.remedy(ids)
                return finding
            }
        }
    }
}
