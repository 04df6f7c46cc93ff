import Markup

struct TranslationsHaveTheSameSteps: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        (site.lessons + site.practices).compactMap { folder, document in
            guard document.file.language != nil else { return nil }
            let others = site.isPractice(document) ? folder.practices : folder.lessons
            guard let source = others.first(where: { $0.file.language == nil && $0.file.stem == document.file.stem })
            else {
                return document.finding(
                    1, 1, "translation-steps-differ", "there is no file in the source language beside this one",
                    "name it after the file that it translates")
            }
            let (ours, theirs) = (ids(document), ids(source))
            guard let place = (0..<max(ours.count, theirs.count)).first(where: {
                $0 >= ours.count || $0 >= theirs.count || ours[$0] != theirs[$0]
            }) else { return nil }
            let line = place < document.sections.count ? document.sections[place].heading.line : 1
            return document.finding(
                line, 1, "translation-steps-differ", "the steps are not those of \(source.file.path)",
                "write the same steps in the same order: \(theirs.joined(separator: ", "))")
        }
    }

    private func ids(_ document: Document) -> [String] {
        document.sections.map { WrittenID.id($0.writtenID, orFrom: $0.title) }
    }
}
