import Foundation

/// Every file of the courses and the content, read but not yet understood.
struct SiteDocuments: Sendable {
    struct CourseFolder: Sendable {
        let id: String
        let path: String
        let course: [Document]
        /// In the order of their numbers.
        let lessons: [Document]
        let practices: [Document]
        /// The names in images/ of the kinds that are shown.
        let pictures: [String]
    }

    /// The kinds of pictures, by the ending of their names.
    static let pictureEndings: Set<String> = ["svg", "png", "jpg", "webp"]

    let courses: [CourseFolder]
    let glossary: [Document]
    let personas: [Document]
    let services: [Document]
    let mandateTexts: [Document]
    let pages: [Document]
    let labelFiles: [SourceFile]
    let wordFiles: [SourceFile]
    let jargonFiles: [SourceFile]

    init(courses: String, content: String) {
        self.courses = Folder.folders(courses).map(CourseFolder.init)
        glossary = Folder.files("\(content)/glossary", ending: "md").map {
            Document(SourceFile(path: $0), hasFrontMatter: false)
        }
        personas = Self.documents("\(content)/personas")
        services = Self.documents("\(content)/services")
        mandateTexts = Self.documents("\(content)/mandate")
        pages = Self.documents("\(content)/pages")
        labelFiles = Folder.files("\(content)/interface", ending: "yml").map { SourceFile(path: $0) }
        wordFiles = Folder.files("\(content)/words", ending: "txt").map { SourceFile(path: $0) }
        jargonFiles = Folder.files("\(content)/jargon", ending: "txt").map { SourceFile(path: $0) }
    }

    fileprivate static func documents(_ folder: String) -> [Document] {
        Parallel.map(Folder.files(folder, ending: "md")) { Document(SourceFile(path: $0)) }
    }

    /// Every Markdown file.
    var all: [Document] {
        courses.flatMap { $0.course + $0.lessons + $0.practices } + glossary + personas + services + mandateTexts + pages
    }
}

extension SiteDocuments.CourseFolder {
    init(path: String) {
        id = String(path.split(separator: "/").last ?? "")
        self.path = path
        // A name with a tag that is no language, or with that of the source, would push the plain file aside.
        let documents = SiteDocuments.documents(path).filter(\.file.isWellNamed)
        course = documents.filter { $0.file.stem == "course" }
        lessons = documents.filter { $0.file.stem != "course" }.sorted {
            (FileNames.place($0.file.stem), $0.file.path) < (FileNames.place($1.file.stem), $1.file.path)
        }
        practices = SiteDocuments.documents("\(path)/practices").filter(\.file.isWellNamed)
        pictures = Folder.inside("\(path)/images").filter { name in
            SiteDocuments.pictureEndings.contains(String(name.split(separator: ".").last ?? "").lowercased())
        }
    }
}

extension SourceFile {
    /// Whether its name says which text it is and in which language.
    var isWellNamed: Bool { !FileNames.hasStrangeTag(name) && language != .dutch }

    var name: String { String(path.split(separator: "/").last ?? "") }
}
