/// What is known of a course without reading its lessons: its own page, and what links can lead to.
struct CourseFront: Sendable {
    /// What texts of other courses can point at. While it stays the same, these need not be read again.
    struct Names: Sendable, Equatable {
        /// By the name of the file in the source language: `03-inloggen.md`.
        var lessons: [String: LessonID] = [:]
        var practices: [String: PracticeID] = [:]
        var pictures: [String: SiteMap.Picture] = [:]
        var isDraft = false
    }

    let listing: CourseListing
    /// Nothing where the folder's name cannot be one.
    let id: CourseID?
    /// course.md and its translations.
    let pages: [Document]
    /// In the order of their numbers.
    let lessonFiles: [FileName]
    let practiceFiles: [FileName]
    let names: Names
    let isPublished: Bool

    init(_ listing: CourseListing) {
        self.listing = listing
        id = CourseID(rawValue: listing.id)
        // A name with a tag that is no language, or with that of the source, would push the plain file aside.
        let files = listing.texts.files("md").map(FileName.init).filter(\.isWellNamed)
        pages = files.filter { $0.stem == "course" }.map { Document(SourceFile(path: "\(listing.path)/\($0.name)")) }
        lessonFiles = files.filter { $0.stem != "course" }.sorted {
            (FileNames.place($0.stem), $0.name) < (FileNames.place($1.stem), $1.name)
        }
        practiceFiles = listing.practices.files("md").map(FileName.init).filter(\.isWellNamed)
        var names = Names()
        for file in lessonFiles where file.language == nil { names.lessons[file.name] = FileNames.lesson(file.stem) }
        for file in practiceFiles where file.language == nil { names.practices[file.name] = PracticeID(rawValue: file.stem) }
        for name in listing.images.names where Self.isPicture(name) {
            names.pictures[name] = SiteMap.Picture(name: name, size: PictureSize.read("\(listing.images.path)/\(name)"))
        }
        let status = pages.first { $0.file.language == nil }?.frontMatter.text("status")
        names.isDraft = status == Course.Status.draft.rawValue
        isPublished = status == Course.Status.published.rawValue
        self.names = names
    }

    private static func isPicture(_ name: String) -> Bool {
        SiteDocuments.pictureEndings.contains(name.lastPart(after: ".").lowercased())
    }
}

/// The name of a text, taken apart.
struct FileName: Sendable, Equatable {
    /// `03-inloggen.en.md`
    let name: String
    /// `03-inloggen`
    let stem: String
    /// Nothing in the source language.
    let language: Language?

    init(_ name: String) {
        self.name = name
        (stem, language) = FileNames.parts(name)
    }

    /// Whether it says which text it is and in which language.
    var isWellNamed: Bool { !FileNames.hasStrangeTag(name) && language != .dutch }
}
