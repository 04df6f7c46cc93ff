import Markup

struct IdsAreUnique: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        (site.documents.courses.flatMap { $0.lessons + $0.practices } + site.documents.glossary).flatMap(sections)
            + site.lessons.flatMap { $0.document.sections.flatMap { [document = $0.document] in questions($0, document) } }
            + site.documents.courses.flatMap(lessons)
    }

    private func sections(_ document: Document) -> [Finding] {
        repeated(document.sections.compactMap { section in section.writtenID.map { ($0, section.heading.line) } }, document)
    }

    /// A question without an id is known by its number in the step.
    private func questions(_ section: Document.Section, _ document: Document) -> [Finding] {
        let questions = section.questions.map { ($0.text.writtenID, $0.text.quote.line) }
        let numbers = questions.enumerated().filter { $0.element.0 == nil }.map { String($0.offset + 1) }
        return repeated(questions.compactMap { id, line in id.map { ($0, line) } }, document, taken: Set(numbers))
    }

    /// `01-inloggen.md` and `02-inloggen.md` are the same lesson.
    private func lessons(_ folder: CheckedSite.Folder) -> [Finding] {
        var seen: Set<LessonID> = []
        return folder.lessons.filter { $0.file.language == nil }.compactMap { document in
            guard let id = FileNames.lesson(document.file.stem), !seen.insert(id).inserted else { return nil }
            return document.file.finding(
                1, 1, "duplicate-id", "another file of this course is the lesson “\(id)” already", "give the file another name")
        }
    }

    private func repeated(_ ids: [(String, Int)], _ document: Document, taken: Set<String> = []) -> [Finding] {
        var seen = taken
        return ids.compactMap { id, line in
            guard !seen.insert(id).inserted else { return nil }
            let start = Placement(line: max(1, line), column: 1)
            return document.finding(
                document.place(of: "{#\(id)}", from: start) ?? start, "duplicate-id", "the id “\(id)” stands here twice", "give one of the two another id")
        }
    }
}
