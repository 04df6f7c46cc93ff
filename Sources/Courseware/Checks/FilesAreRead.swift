import Foundation

/// Nothing that an author wrote is passed over in silence: names that cannot be ids, tags that are no language, folders
/// without a course.
struct FilesAreRead: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        site.documents.courses.flatMap(findings) + site.documents.personas.compactMap(name) + site.documents.services.compactMap(name)
            + (site.documents.personas + site.documents.services).compactMap { tag($0.file) }
            + site.documents.mandateTexts.compactMap(dated)
    }

    private func findings(_ folder: CheckedSite.Folder) -> [Finding] {
        let (texts, practices) = (folder.listing.texts, folder.listing.practices)
        var findings = strays(texts.names, in: texts.path) + strays(practices.names, in: practices.path)
        for listing in [texts, practices] {
            findings += listing.files("md").filter(FileNames.hasTag).compactMap { tag(SourceFile(path: "\(listing.path)/\($0)", bytes: [])) }
        }
        findings += (folder.lessons.filter { FileNames.lesson($0.file.stem) == nil } + folder.practices).compactMap { document in
            PracticeID(rawValue: document.file.stem) == nil && FileNames.lesson(document.file.stem) == nil ? badName(document.file) : nil
        }
        if !folder.course.contains(where: { $0.file.language == nil }) {
            findings.append(
                Finding(
                    path: "\(folder.path)/course.md", line: 1, column: 1, severity: .error, rule: "front-matter",
                    problem: "this folder has no course.md, so it is no course", remedy: "write one, or see what meedoen new course makes"))
        }
        if CourseID(rawValue: folder.id) == nil, let first = folder.course.first ?? folder.lessons.first {
            findings.append(
                first.file.finding(
                    1, 1, "missing-id", "the folder “\(folder.id)” cannot be the id of a course",
                    "use small letters, digits and single hyphens: \(WrittenID.kebab(folder.id))"))
        }
        return findings
    }

    /// Texts with an ending that is not read, and folders in which nothing is looked for.
    private func strays(_ names: [String], in folder: String) -> [Finding] {
        names.filter { name in
            guard !name.hasSuffix(".md"), let dot = name.lastIndex(of: ".") else { return false }
            return ["md", "markdown", "mdown", "txt"].contains(name[dot...].dropFirst().lowercased())
        }.map { name in
            SourceFile(path: "\(folder)/\(name)", bytes: []).finding(
                1, 1, "missing-id", "“\(name)” is not read", "give it a name that ends in .md, or keep it elsewhere")
        }
    }

    private func tag(_ file: SourceFile) -> Finding? {
        if FileNames.hasStrangeTag(file.name) {
            return file.finding(
                1, 1, "missing-id", "“\(file.name)” is not read: what stands before .md is no language",
                "name a translation after its language: \(file.stem).en.md")
        }
        guard file.language == .dutch else { return nil }
        return file.finding(
            1, 1, "missing-id", "“\(file.name)” is not read: Dutch is the language of the plain file",
            "call it \(file.stem).md")
    }

    private func name(_ document: Document) -> Finding? {
        CourseID.isKebabCase(document.file.stem) ? nil : badName(document.file)
    }

    private func badName(_ file: SourceFile) -> Finding {
        file.finding(
            1, 1, "missing-id", "“\(file.stem)” cannot be an id",
            "use small letters, digits and single hyphens: \(WrittenID.kebab(file.stem)).md; what is no text of the course, keep elsewhere")
    }

    private func dated(_ document: Document) -> Finding? {
        WrittenDay.isDay(document.file.stem)
            ? nil
            : document.file.finding(
                1, 1, "missing-id", "“\(document.file.stem)” is no day", "name it after the day it counts from: 2026-11-23.nl.md")
    }
}
