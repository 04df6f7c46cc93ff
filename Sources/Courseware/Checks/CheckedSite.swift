import Markup

/// What the checks look at: one course, or the content.
struct CheckedSite: Sendable {
    let documents: SiteDocuments
    let map: SiteMap
    let personas: [PersonaID: Persona]
    /// `2026-11-24`; nothing where time shall not count.
    let today: String?
    let lessons: [(folder: Folder, document: Document)]
    let practices: [(folder: Folder, document: Document)]
    /// What is read as running text, taken apart once for all checks.
    let texts: [ReadText]
    /// Every document, with the folder that its links begin in.
    let linked: [(document: Document, base: LinkTarget.Base)]
    /// What links inside of it can lead to.
    let anchors: Anchors
    /// Every link of them, taken apart once for all checks.
    let links: [CheckedLink]
    /// Every practice as it was written in its own language, walked once for all checks.
    let practiceMaps: [(document: Document, map: PracticeMap)]

    init(documents: SiteDocuments, map: SiteMap, personas: [PersonaID: Persona], today: String?) {
        self.documents = documents
        self.map = map
        self.personas = personas
        self.today = today
        lessons = documents.courses.flatMap { folder in folder.lessons.map { (folder, $0) } }
        practices = documents.courses.flatMap { folder in folder.practices.map { (folder, $0) } }
        texts = today == nil ? [] : ReadText.all(in: documents)
        linked = Self.linked(documents)
        anchors = Anchors(documents)
        links = linked.flatMap { document, base in
            document.links.map { link in
                CheckedLink(document: document, link: link, target: LinkTarget(link.destination, from: base), base: base)
            }
        }
        practiceMaps = documents.courses.flatMap { PracticeMap.all(of: $0, map) }
    }

    typealias Folder = SiteDocuments.CourseFolder
}

/// A link of a text, and what it leads to.
struct CheckedLink {
    let document: Document
    let link: Document.Link
    let target: LinkTarget
    /// The folder that it begins in.
    let base: LinkTarget.Base

    /// Where its address stands.
    var place: Placement { document.place(of: link) }
}

extension CheckedSite {
    private static func linked(_ documents: SiteDocuments) -> [(document: Document, base: LinkTarget.Base)] {
        documents.courses.flatMap { folder in
            (folder.course + folder.lessons).map { ($0, LinkTarget.Base.course(folder.id)) }
                + folder.practices.map { ($0, LinkTarget.Base.practice(of: folder.id)) }
        }
            + (documents.glossary + documents.personas + documents.services + documents.mandateTexts + documents.pages)
            .map { ($0, LinkTarget.Base.content) }
    }
}

extension Document {
    /// Where the question begins.
    func place(of question: QuestionText) -> Placement {
        Placement(line: question.quote.line, column: file.column(question.quote.line, byte: question.quote.byteColumn))
    }

    /// Where a heading stands.
    func place(of section: Section) -> Placement {
        Placement(line: section.heading.line, column: file.column(section.heading.line, byte: section.heading.byteColumn))
    }

    /// Where a key of the front matter stands; the top of the file where it is missing.
    func place(ofKey key: String) -> Placement {
        frontMatter.entry(key).map { Placement(line: $0.line, column: $0.column) } ?? Placement(line: 1, column: 1)
    }

    func finding(_ place: Placement, _ rule: String, _ problem: String, _ remedy: String) -> Finding {
        file.finding(place.line, place.column, rule, problem, remedy)
    }

    func warning(_ place: Placement, _ rule: String, _ problem: String, _ remedy: String) -> Finding {
        file.finding(place.line, place.column, rule, problem, remedy, severity: .warning)
    }
}
