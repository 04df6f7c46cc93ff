import Foundation

/// Files of the courses and the content, read but not yet understood: those of one course, those of the content, or all.
struct SiteDocuments: Sendable {
    final class CourseFolder: Sendable {
        let id: String
        let listing: CourseListing
        let course: [Document]
        /// In the order of their numbers.
        let lessons: [Document]
        let practices: [Document]

        var path: String { listing.path }

        /// Reads the lessons and practices.
        init(_ front: CourseFront) {
            let read: ([String]) -> [Document] = { paths in Parallel.map(paths) { Document(SourceFile(path: $0)) } }
            id = front.listing.id
            listing = front.listing
            course = front.pages
            lessons = read(front.lessonFiles.map { "\(front.listing.path)/\($0.name)" })
            practices = read(front.practiceFiles.map { "\(front.listing.practices.path)/\($0.name)" })
        }
    }

    /// The kinds of pictures, by the ending of their names.
    static let pictureEndings: Set<String> = ["svg", "png", "jpg", "webp"]

    private(set) var courses: [CourseFolder] = []
    private(set) var glossary: [Document] = []
    private(set) var personas: [Document] = []
    private(set) var services: [Document] = []
    private(set) var mandateTexts: [Document] = []
    private(set) var pages: [Document] = []
    private(set) var labelFiles: [LabelFile] = []
    private(set) var wordFiles: [SourceFile] = []
    private(set) var jargonFiles: [SourceFile] = []

    init(_ content: ContentListing) {
        glossary = Self.documents(content.glossary, hasFrontMatter: false)
        personas = Self.documents(content.personas)
        services = Self.documents(content.services)
        mandateTexts = Self.documents(content.mandate)
        pages = Self.documents(content.pages)
        labelFiles = Parallel.map(content.interface.paths("yml")) { LabelFile(SourceFile(path: $0)) }
        wordFiles = content.words.paths("txt").map { SourceFile(path: $0) }
        jargonFiles = content.jargon.paths("txt").map { SourceFile(path: $0) }
    }

    init(_ course: CourseFolder) { courses = [course] }

    /// Everything at once.
    init(courses: String, content: String) {
        let listing = SiteListing(courses: courses, content: content)
        self.init(listing.content)
        self.courses = listing.courses.map { CourseFolder(CourseFront($0)) }
    }

    private static func documents(_ folder: Listing, hasFrontMatter: Bool = true) -> [Document] {
        Parallel.map(folder.paths("md")) { Document(SourceFile(path: $0), hasFrontMatter: hasFrontMatter) }
    }

    /// Every Markdown file.
    var all: [Document] {
        courses.flatMap { $0.course + $0.lessons + $0.practices } + glossary + personas + services + mandateTexts + pages
    }
}
