import Markup

/// Turns the documents of a course folder into a course.
struct CourseReader {
    let map: SiteMap
    let personas: [PersonaID: Persona]

    /// Nothing where the folder has no course.md that can be read.
    func course(_ folder: SiteDocuments.CourseFolder) -> Course? {
        guard let id = CourseID(rawValue: folder.id), let source = folder.course.first(where: { $0.file.language == nil }),
            let title = source.frontMatter.text("title")
        else { return nil }
        let translations = folder.course.filter { $0.file.language != nil }
        return Course(
            id: id,
            texts: localized(source, translations) { document in
                // The title in the front matter is the page's first heading; those of the text come below it.
                var setting = setting(document, id, nil)
                setting.keepsHeadings = true
                let writer = ProseWriter(setting)
                return Course.Text(
                    title: document.frontMatter.text("title") ?? title,
                    summary: document.frontMatter.text("summary") ?? source.frontMatter.text("summary") ?? "",
                    welcome: writer.html(document.allBlocks), terms: writer.terms)
            },
            audience: source.frontMatter.text("audience").flatMap(Course.Audience.init) ?? .learner,
            level: source.frontMatter.text("level").flatMap(Course.Level.init) ?? .basic1,
            digcomp: source.frontMatter.list("digcomp") ?? [],
            requires: (source.frontMatter.list("requires") ?? []).compactMap(CourseID.init(rawValue:)),
            status: source.frontMatter.text("status").flatMap(Course.Status.init) ?? .draft,
            lessons: sources(of: folder.lessons).compactMap { lesson($0, of: id, in: folder) },
            practices: sources(of: folder.practices).compactMap { practice($0, of: id, in: folder) })
    }

    private func lesson(_ source: Document, of course: CourseID, in folder: SiteDocuments.CourseFolder) -> Lesson? {
        guard let id = FileNames.lesson(source.file.stem), let title = source.frontMatter.text("title"),
            !source.sections.isEmpty
        else { return nil }
        let translations = translations(of: source, in: folder.lessons)
        return Lesson(
            id: id, course: course,
            texts: localized(source, translations) { document in
                let writer = ProseWriter(setting(document, course, id))
                return Lesson.Text(
                    title: document.frontMatter.text("title") ?? title,
                    goals: document.frontMatter.list("goals") ?? source.frontMatter.list("goals") ?? [],
                    introduction: writer.html(document.opening), terms: writer.terms)
            },
            minutes: source.frontMatter.text("minutes").flatMap { Int($0) } ?? 15,
            checked: source.frontMatter.text("checked"),
            sources: (source.frontMatter.list("sources") ?? []).filter(LinkTarget.isWebAddress),
            moved: Dictionary(
                (source.frontMatter.mapping("moved") ?? []).compactMap { pair in
                    guard let old = StepID(rawValue: pair.key), let new = StepID(rawValue: pair.value) else { return nil }
                    return (old, new)
                }, uniquingKeysWith: { first, _ in first }),
            steps: steps(source, translations, course, id))
    }

    private func steps(
        _ source: Document, _ translations: [Document], _ course: CourseID, _ lesson: LessonID
    ) -> [Step] {
        var seen: Set<String> = []
        return source.sections.compactMap { section in
            let id = section.id
            guard seen.insert(id).inserted else { return nil }
            let text = StepReader(setting: setting(source, course, lesson)).text(section)
            var others: [Language: StepText] = [:]
            for document in translations {
                guard let language = document.file.language,
                    let match = document.sections.first(where: { $0.id == id })
                else { continue }
                others[language] = StepReader(setting: setting(document, course, lesson)).text(match)
            }
            return Step(id: StepID(unchecked: id), texts: Localized(.dutch, text, translations: others))
        }
    }

    private func practice(_ source: Document, of course: CourseID, in folder: SiteDocuments.CourseFolder) -> Practice? {
        guard let id = PracticeID(rawValue: source.file.stem), let title = source.frontMatter.text("title"),
            !source.sections.isEmpty
        else { return nil }
        let persona = source.frontMatter.text("persona").flatMap(PersonaID.init(rawValue:))
        return Practice(
            id: id, course: course, persona: persona,
            texts: localized(source, translations(of: source, in: folder.practices)) { document in
                var setting = setting(document, course, nil)
                setting.base = .practice(of: course.rawValue)
                setting.marksTerms = false
                let reader = ScreenReader(setting: setting, persona: persona.flatMap { personas[$0] })
                // What a translation does not say again is as in the source.
                let said: (String) -> String = { document.frontMatter.text($0) ?? source.frontMatter.text($0) ?? "" }
                let labels = document.frontMatter.mapping("tasks") ?? []
                return Practice.Text(
                    title: document.frontMatter.text("title") ?? title, site: said("site"), address: said("address"),
                    goal: said("goal"),
                    tasks: (source.frontMatter.mapping("tasks") ?? []).map { task in
                        Practice.Task(flag: task.key, label: labels.first { $0.key == task.key }?.value ?? task.value)
                    },
                    screens: document.sections.map(reader.screen))
            })
    }

    /// The files in the source language, in their order.
    private func sources(of documents: [Document]) -> [Document] { documents.filter { $0.file.language == nil } }

    private func translations(of source: Document, in documents: [Document]) -> [Document] {
        documents.filter { $0.file.language != nil && $0.file.stem == source.file.stem }
    }

    private func localized<Value: Sendable>(
        _ source: Document, _ translations: [Document], _ make: (Document) -> Value
    ) -> Localized<Value> {
        var others: [Language: Value] = [:]
        for document in translations {
            if let language = document.file.language { others[language] = make(document) }
        }
        return Localized(.dutch, make(source), translations: others)
    }

    private func setting(_ document: Document, _ course: CourseID, _ lesson: LessonID?) -> ProseWriter.Setting {
        ProseWriter.Setting(
            base: .course(course.rawValue), course: course, lesson: lesson, language: document.file.language ?? .dutch, map: map)
    }
}
