import Foundation

/// What stands in a folder and how it looked, seen without opening a file; nothing where the folder is missing. When a
/// listing is the same again, nothing in the folder changed.
///
/// Hidden files are passed over, and so is a symbolic link that leaves the folder: what a course shows stands in the
/// course.
struct Listing: Sendable, Equatable {
    struct Entry: Sendable, Equatable {
        let name: String
        let isFolder: Bool
        /// In bytes.
        let size: Int
        /// When it was last changed, in nanoseconds since 1970. Nothing for a folder: what changes in it is seen there.
        let changed: Int
        /// A file that is written beside the old one and moved over it is another.
        let number: UInt
    }

    let path: String
    /// In alphabetical order.
    let entries: [Entry]

    init(_ path: String) {
        self.path = path
        guard let folder = opendir(path) else {
            entries = []
            return
        }
        defer { closedir(folder) }
        var entries: [Entry] = []
        while let item = readdir(folder) {
            guard item.pointee.d_name.0 != CChar(UInt8(ascii: ".")) else { continue }
            // Only what may be a link is followed, for that takes long.
            let mayLead = item.pointee.d_type == DT_LNK || item.pointee.d_type == DT_UNKNOWN
            let entry = withUnsafePointer(to: &item.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { Self.entry($0, in: dirfd(folder)) }
            }
            guard let entry, !mayLead || Self.stays(entry.name, in: path) else { continue }
            entries.append(entry)
        }
        self.entries = entries.sorted { $0.name < $1.name }
    }

    private static func entry(_ name: UnsafePointer<CChar>, in folder: CInt) -> Entry? {
        var status = stat()
        guard fstatat(folder, name, &status, 0) == 0, let text = String(validatingCString: name) else { return nil }
        let isFolder = status.st_mode & S_IFMT == S_IFDIR
        let time = status.st_mtim
        return Entry(
            name: text, isFolder: isFolder, size: isFolder ? 0 : Int(status.st_size),
            changed: isFolder ? 0 : time.tv_sec * 1_000_000_000 + time.tv_nsec, number: isFolder ? 0 : UInt(status.st_ino))
    }

    private static func stays(_ name: String, in path: String) -> Bool {
        func real(_ path: String) -> String { URL(fileURLWithPath: path).resolvingSymlinksInPath().path }
        return real("\(path)/\(name)").hasPrefix(real(path) + "/")
    }

    /// The names of everything in it.
    var names: [String] { entries.map(\.name) }

    /// The names of the files with that ending.
    func files(_ ending: String) -> [String] { entries.filter { !$0.isFolder && $0.name.hasSuffix(".\(ending)") }.map(\.name) }

    /// The paths of the files with that ending.
    func paths(_ ending: String) -> [String] { files(ending).map { "\(path)/\($0)" } }

    /// The folder of that name in it; an empty one where there is none.
    func folder(_ name: String) -> Listing {
        entries.contains { $0.isFolder && $0.name == name } ? Listing("\(path)/\(name)") : Listing(empty: "\(path)/\(name)")
    }

    private init(empty path: String) {
        self.path = path
        entries = []
    }
}

/// A folder of Courses.
struct CourseListing: Sendable, Equatable {
    /// The name of the folder.
    let id: String
    let texts: Listing
    let practices: Listing
    let images: Listing

    var path: String { texts.path }

    init(_ path: String) {
        id = path.lastPart(after: "/")
        texts = Listing(path)
        practices = texts.folder("practices")
        images = texts.folder("images")
    }
}

/// The folders of Content that are read.
struct ContentListing: Sendable, Equatable {
    let glossary: Listing
    let personas: Listing
    let services: Listing
    let mandate: Listing
    let pages: Listing
    let interface: Listing
    let words: Listing
    let jargon: Listing

    init(_ path: String) {
        let content = Listing(path)
        glossary = content.folder("glossary")
        personas = content.folder("personas")
        services = content.folder("services")
        mandate = content.folder("mandate")
        pages = content.folder("pages")
        interface = content.folder("interface")
        words = content.folder("words")
        jargon = content.folder("jargon")
    }
}

/// Everything that stands in the folders of courses and content.
struct SiteListing: Sendable, Equatable {
    let courses: [CourseListing]
    let content: ContentListing

    init(courses: String, content: String) {
        let folders = Listing(courses).entries.filter(\.isFolder).map { "\(courses)/\($0.name)" }
        self.courses = Parallel.map(folders) { CourseListing($0) }
        self.content = ContentListing(content)
    }
}
