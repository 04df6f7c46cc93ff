import Markup

/// Content/services
struct ServiceReader {
    let map: SiteMap

    func services(_ documents: [Document]) -> [Service] {
        documents.filter { $0.file.language == nil }.compactMap { source in
            guard let id = ServiceID(rawValue: source.file.stem), source.frontMatter.text("title") != nil,
                let days = source.frontMatter.text("max_days").flatMap({ Int($0) }), days > 0,
                let acts = source.frontMatter.mapping("acts"), !acts.isEmpty
            else { return nil }
            var others: [Language: Service.Text] = [:]
            for document in documents where document.file.stem == source.file.stem {
                if let language = document.file.language { others[language] = text(document, source) }
            }
            return Service(
                id: id, texts: Localized(.dutch, text(source, source), translations: others),
                organisation: source.frontMatter.text("organisation") ?? "",
                theme: source.frontMatter.text("theme") ?? "",
                risk: source.frontMatter.text("risk").flatMap(Service.Risk.init) ?? .high, maxDays: days,
                officialMandate: source.frontMatter.text("official_mandate").flatMap { LinkTarget.isWebAddress($0) ? $0 : nil },
                lessons: (source.frontMatter.list("lessons") ?? []).compactMap(LessonReference.init(text:)))
        }.sorted { $0.id < $1.id }
    }

    /// The acts are those of the source; a translation gives them other labels.
    private func text(_ document: Document, _ source: Document) -> Service.Text {
        let labels = document.frontMatter.mapping("acts") ?? []
        let acts = (source.frontMatter.mapping("acts") ?? []).compactMap { act in
            ActID(rawValue: act.key).map { id in
                Service.Act(id: id, label: labels.first { $0.key == act.key }?.value ?? act.value)
            }
        }
        return Service.Text(
            title: document.frontMatter.text("title") ?? source.frontMatter.text("title") ?? "",
            explanation: ProseWriter(.init(base: .content, language: document.file.language ?? .dutch, map: map, marksTerms: false))
                .html(document.allBlocks), acts: acts)
    }
}

extension LessonReference {
    /// `digid/inloggen`
    init?(text: String) {
        let parts = text.split(separator: "/").map(String.init)
        guard parts.count == 2, let course = CourseID(rawValue: parts[0]), let lesson = LessonID(rawValue: parts[1])
        else { return nil }
        self.init(course: course, lesson: lesson)
    }
}
