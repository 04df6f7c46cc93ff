import Markup

/// The same steps with the same ids, in the same order, beside a file in the source language.
struct TranslationsHaveTheSameSteps: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        site.documents.courses.flatMap { folder in
            alone(folder.course) + compared(folder.lessons) + compared(folder.practices)
                + folder.practices.flatMap { names("tasks", of: $0, folder.practices, "the practice has no task") }
        } + alone(site.documents.personas) + alone(site.documents.services)
            + site.documents.services.flatMap { names("acts", of: $0, site.documents.services, "the service has no act") }
    }

    private func alone(_ documents: [Document]) -> [Finding] {
        documents.filter { $0.file.language != nil && documents.original(of: $0) == nil }.map { document in
            document.finding(
                Placement(line: 1, column: 1), "translation-steps-differ",
                "there is no file in the source language beside this one", "name it after the file that it translates")
        }
    }

    private func compared(_ documents: [Document]) -> [Finding] {
        alone(documents)
            + documents.compactMap { document in
                guard document.file.language != nil, let source = documents.original(of: document),
                    source.troubles.isEmpty, document.troubles.isEmpty
                else { return nil }
                // A heading without an id is named where it stands; it says nothing of the others.
                let (ours, theirs) = (document.sections.map(\.writtenID), source.sections.map(\.writtenID))
                let places = 0..<max(ours.count, theirs.count)
                guard let place = places.first(where: { place in
                    guard place < ours.count, place < theirs.count else { return true }
                    return ours[place] != nil && theirs[place] != nil && ours[place] != theirs[place]
                }) else { return nil }
                let line = place < document.sections.count ? document.sections[place].heading.line : 1
                let ids = source.sections.map(\.id)
                return document.finding(
                    Placement(line: line, column: 1), "translation-steps-differ",
                    "the steps are not those of \(source.file.path)",
                    "write the same steps in the same order: \(ids.prefix(30).joined(separator: ", "))")
            }
    }

    /// A translation gives the acts of a service, or the tasks of a practice, other labels, no other names.
    private func names(_ key: String, of document: Document, _ documents: [Document], _ problem: String) -> [Finding] {
        guard document.file.language != nil, let source = documents.original(of: document) else { return [] }
        let known = (source.frontMatter.mapping(key) ?? []).map(\.key)
        return (document.frontMatter.mapping(key) ?? []).filter { !known.contains($0.key) }.map { pair in
            document.finding(
                Placement(line: pair.line, column: pair.column), "unknown-key", "\(problem) “\(pair.key)”",
                known.isEmpty ? "take it out" : "use one of: \(known.joined(separator: ", "))")
        }
    }
}
