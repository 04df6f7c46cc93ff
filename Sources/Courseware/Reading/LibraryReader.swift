import Foundation

/// Reads the folders of courses and content into one library.
package struct LibraryReader: Sendable {
    let courses: String
    let content: String
    private let addresses: Addresses

    package init(courses: String, content: String, addresses: Addresses = .none) {
        self.courses = courses
        self.content = content
        self.addresses = addresses
    }

    /// Never fails: what authors did wrong stands in the library's findings, and what could be read can be served.
    ///
    /// - Parameter today: `2026-11-24`, for what was checked long ago; nothing leaves that out.
    package func read(today: String? = nil) -> Library {
        let documents = SiteDocuments(courses: courses, content: content)
        let map = map(documents)
        let personas = PersonaReader(map: map).personas(documents.personas)
        let reader = CourseReader(map: map, personas: personas)
        let courses = CourseOrder.sorted(documents.courses.compactMap(reader.course))
        let seen = courses.filter { $0.status == .published }.flatMap(\.lessons)
        return Library(
            courses: courses,
            personas: personas, glossary: map.glossary,
            services: ServiceReader(map: map).services(documents.services),
            mandateTexts: PageReader(map: map).mandateTexts(documents.mandateTexts),
            pages: PageReader(map: map).pages(documents.pages), labels: map.labels,
            words: WordReader.words(documents.wordFiles), findings: Checks.findings(in: documents, map, personas, today: today),
            pictures: pictures(documents),
            readingLanguages: Set(map.labels.keys).union(seen.flatMap(\.texts.languages)))
    }

    /// What links can point at.
    private func map(_ documents: SiteDocuments) -> SiteMap {
        var map = SiteMap(addresses: addresses)
        map.labels = LabelReader.labels(documents.labelFiles)
        map.glossary = GlossaryReader.terms(documents.glossary)
        map.services = Set(documents.services.compactMap { ServiceID(rawValue: $0.file.stem) })
        for folder in documents.courses {
            guard let course = CourseID(rawValue: folder.id) else { continue }
            map.lessons[course] = byFile(folder.lessons, FileNames.lesson)
            map.practices[course] = byFile(folder.practices, PracticeID.init(rawValue:))
            for name in folder.pictures {
                map.pictures["\(course)/\(name)"] = SiteMap.Picture(
                    name: name, size: PictureSize.read("\(folder.path)/images/\(name)"))
            }
        }
        return map
    }

    /// Translations have no name of their own: links name the plain file.
    private func byFile<ID>(_ documents: [Document], _ id: (String) -> ID?) -> [String: ID] {
        var ids: [String: ID] = [:]
        for document in documents where document.file.language == nil { ids[document.file.name] = id(document.file.stem) }
        return ids
    }

    private func pictures(_ documents: SiteDocuments) -> [String: String] {
        var pictures: [String: String] = [:]
        for folder in documents.courses {
            for name in folder.pictures { pictures["\(folder.id)/\(name)"] = "\(folder.path)/images/\(name)" }
        }
        return pictures
    }
}

/// What the folders looked like: when one of these changes, they must be read again.
package struct LibraryFingerprint: Sendable, Equatable {
    private let files: [String]

    package init(courses: String, content: String) {
        var files: [String] = []
        for root in [courses, content] {
            let walk = FileManager.default.enumerator(
                at: URL(fileURLWithPath: root), includingPropertiesForKeys: [.contentModificationDateKey, .fileSizeKey])
            while let url = walk?.nextObject() as? URL {
                let values = try? url.resourceValues(forKeys: [.contentModificationDateKey, .fileSizeKey])
                let time = values?.contentModificationDate?.timeIntervalSince1970 ?? 0
                files.append("\(url.path) \(time) \(values?.fileSize ?? 0)")
            }
        }
        self.files = files.sorted()
    }
}
