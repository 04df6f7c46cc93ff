import Foundation

/// What the address of a link in a text means, with everything that it leads to named from Courses/ on.
enum LinkTarget: Equatable {
    /// A lesson by its file, perhaps a step of it: `03-inloggen.md#sms`.
    case lessonFile(course: String, file: String, anchor: String?)
    case courseFile(course: String)
    case practiceFile(course: String, file: String, anchor: String?)
    case pictureFile(course: String, file: String)
    /// A step of this lesson, or a screen of this practice: `#sms`.
    case here(anchor: String)
    case term(String)
    /// Something that a helper can be mandated for: `service:toeslagen`.
    case service(String)
    case outside(String)
    /// `javascript:`, `data:`, `//…` and whatever else never reaches a page.
    case unsafe
    /// A file that is none of ours.
    case unknownFile(String)

    /// The folder that a text stands in, from Courses/ on: paths of links begin there.
    struct Base: Equatable {
        fileprivate let folders: [String]
        /// The folder of the course; nothing outside one.
        var course: String? { self == .content ? nil : folders.first }
        /// From there to the folder of the course.
        var wayToCourse: String { folders.count > 1 ? "../" : "" }

        static func course(_ id: String) -> Base { Base(folders: [id]) }
        static func practice(of course: String) -> Base { Base(folders: [course, "practices"]) }
        /// Pages, people and services: `../digid/course.md` leads to a course from there too.
        static let content = Base(folders: ["Content"])
    }

    init(_ destination: String, from base: Base) {
        let text = destination.trimmed
        if text.hasPrefix("#") {
            self = .here(anchor: String(text.dropFirst()))
        } else if text.hasPrefix("term:") {
            self = .term(String(text.dropFirst(5)))
        } else if text.hasPrefix("service:") {
            self = .service(String(text.dropFirst(8)))
        } else if let scheme = Self.scheme(text) {
            self = ["https", "http", "mailto", "tel"].contains(scheme) ? .outside(text) : .unsafe
        } else if text.utf8.first == UInt8(ascii: "/") || text.utf8.contains(UInt8(ascii: "\\")) {
            self = .unsafe
        } else {
            self = Self.file(text, base)
        }
    }

    /// Whether it is the address of a website.
    static func isWebAddress(_ text: String) -> Bool {
        guard let scheme = scheme(text), scheme == "https" || scheme == "http", let url = URL(string: text) else { return false }
        return url.host?.contains(".") == true
    }

    private static func scheme(_ text: String) -> String? {
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let scheme = text[..<colon]
        guard !scheme.utf8.contains(UInt8(ascii: "/")), !scheme.utf8.contains(UInt8(ascii: "#")) else { return nil }
        if scheme.utf8.allSatisfy(\.isSmallLetter) { return String(scheme) }
        return scheme.filter { !$0.isWhitespace && !$0.isNewline && $0.asciiValue ?? 33 > 32 }.lowercased()
    }

    private static func file(_ text: String, _ base: Base) -> LinkTarget {
        let hash = text.utf8.firstIndex(of: UInt8(ascii: "#")) ?? text.endIndex
        let anchor = text[hash...].utf8.count > 1 ? String(text[hash...].dropFirst()) : nil
        var path = text[..<hash]
        if path.utf8.contains(UInt8(ascii: "%")), let decoded = path.removingPercentEncoding { path = decoded[...] }
        var folders = base.folders
        for part in path.parts(between: "/") {
            switch part {
            case ".": continue
            case "..":
                guard folders.popLast() != nil else { return .unknownFile(text) }
            default: folders.append(String(part))
            }
        }
        let file = folders.last ?? ""
        switch folders.count {
        case 2 where file == "course.md": return .courseFile(course: folders[0])
        case 2 where file.hasSuffix(".md"): return .lessonFile(course: folders[0], file: file, anchor: anchor)
        case 3 where folders[1] == "practices" && file.hasSuffix(".md"):
            return .practiceFile(course: folders[0], file: file, anchor: anchor)
        case 3 where folders[1] == "images" && !file.isEmpty: return .pictureFile(course: folders[0], file: file)
        default: return .unknownFile(text)
        }
    }
}
