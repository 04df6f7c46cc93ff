import Foundation

/// Every file of the courses and the content, read but not yet understood.
struct SiteDocuments: Sendable {
    struct CourseFolder: Sendable {
        let id: String
        let path: String
        let course: [Document]
        let lessons: [Document]
        let practices: [Document]
        /// The names in images/.
        let pictures: [String]
    }

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
        let documents = SiteDocuments.documents(path)
        course = documents.filter { $0.file.stem == "course" }
        lessons = documents.filter { $0.file.stem != "course" }
        practices = SiteDocuments.documents("\(path)/practices")
        pictures = Folder.names("\(path)/images").filter { !$0.hasPrefix(".") }
    }
}
