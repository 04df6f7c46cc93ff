import Foundation

/// What the address of a link in a course means.
enum LinkTarget: Equatable {
    /// Another lesson by its file, perhaps a step of it: `03-inloggen.md#sms`.
    case lessonFile(course: String?, file: String, anchor: String?)
    case courseFile(course: String?)
    case practiceFile(course: String?, file: String)
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

    init(_ destination: String) {
        let text = destination.trimmingCharacters(in: .whitespaces)
        if text.hasPrefix("#") {
            self = .here(anchor: String(text.dropFirst()))
        } else if text.hasPrefix("term:") {
            self = .term(String(text.dropFirst(5)))
        } else if text.hasPrefix("service:") {
            self = .service(String(text.dropFirst(8)))
        } else if let scheme = Self.scheme(text) {
            self = ["https", "http", "mailto", "tel"].contains(scheme) ? .outside(text) : .unsafe
        } else if text.hasPrefix("//") || text.hasPrefix("\\") || text.hasPrefix("/") || text.contains("\\") {
            self = .unsafe
        } else {
            self = Self.file(text)
        }
    }

    private static func scheme(_ text: String) -> String? {
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let scheme = text[..<colon].filter { !$0.isWhitespace && !$0.isNewline && $0.asciiValue ?? 33 > 32 }
        return scheme.contains("/") || scheme.contains("#") ? nil : scheme.lowercased()
    }

    private static func file(_ text: String) -> LinkTarget {
        let halves = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let anchor = halves.count > 1 ? String(halves[1]) : nil
        var parts = halves[0].split(separator: "/").map(String.init)
        if parts.first == "." { parts.removeFirst() }
        var course: String?
        if parts.first == "..", parts.count >= 3 {
            // From a practice's folder `../` is the course itself.
            course = parts[1]
            parts.removeFirst(2)
        } else if parts.first == "..", parts.count == 2 {
            parts.removeFirst()
        }
        guard let file = parts.last, file.hasSuffix(".md") else { return .unknownFile(text) }
        if parts.count == 2, parts[0] == "practices" { return .practiceFile(course: course, file: file) }
        guard parts.count == 1 else { return .unknownFile(text) }
        return file == "course.md" ? .courseFile(course: course) : .lessonFile(course: course, file: file, anchor: anchor)
    }
}
