/// What a file is, and which keys its front matter has.
struct DocumentKind: Sendable {
    let name: String
    let required: [String]
    /// Every key that it may have.
    let keys: [String]

    private init(name: String, required: [String], optional: [String]) {
        self.name = name
        self.required = required
        keys = required + optional.filter { !required.contains($0) }
    }

    static let course = DocumentKind(
        name: "course", required: ["title", "summary", "audience", "level", "status"], optional: ["digcomp", "requires"])
    static let lesson = DocumentKind(
        name: "lesson", required: ["title", "minutes", "goals"], optional: ["checked", "sources", "moved"])
    static let practice = DocumentKind(
        name: "practice", required: ["title", "site", "address", "goal"], optional: ["persona", "tasks"])
    static let persona = DocumentKind(name: "persona", required: ["name", "details"], optional: [])
    static let service = DocumentKind(
        name: "service", required: ["title", "organisation", "theme", "risk", "max_days", "acts"],
        optional: ["official_mandate", "lessons"])
    static let text = DocumentKind(name: "page", required: ["title"], optional: [])

    /// The same file in another language says again only what is said in words.
    var translation: DocumentKind {
        DocumentKind(name: name, required: name == "persona" ? [] : ["title"], optional: keys)
    }

    /// What stands behind a key.
    enum Shape {
        case words
        case list
        case pairs
        case number
        case day
    }

    static let shapes: [String: Shape] = [
        "title": .words, "summary": .words, "audience": .words, "level": .words, "status": .words, "digcomp": .list,
        "requires": .list, "minutes": .number, "goals": .list, "checked": .day, "sources": .list, "moved": .pairs, "site": .words,
        "address": .words, "persona": .words, "goal": .words, "tasks": .pairs, "name": .words, "details": .pairs,
        "organisation": .words, "theme": .words, "risk": .words, "max_days": .number, "acts": .pairs, "official_mandate": .words,
        "lessons": .list,
    ]

    /// Which values a key may have, where these are few.
    static let choices: [String: [String: [String]]] = [
        "course": [
            "audience": ["learner", "helper", "coach"], "level": ["instroom", "basis-1", "basis-2"],
            "status": ["draft", "published", "archived"],
        ],
        "service": ["risk": ["low", "high"]],
    ]
}

extension CheckedSite {
    /// Every document that has front matter, with what it is.
    var kinds: [(document: Document, kind: DocumentKind)] {
        let groups: [([Document], DocumentKind)] = [
            (documents.courses.flatMap(\.course), .course), (documents.courses.flatMap(\.lessons), .lesson),
            (documents.courses.flatMap(\.practices), .practice), (documents.personas, .persona),
            (documents.services, .service), (documents.mandateTexts + documents.pages, .text),
        ]
        return groups.flatMap { documents, kind in
            documents.map { ($0, $0.file.language == nil || kind.name == "page" ? kind : kind.translation) }
        }
    }
}
