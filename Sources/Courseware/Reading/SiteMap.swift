import Foundation
import Markup

/// What links can point at: known before any text is drawn.
struct SiteMap: Sendable {
    struct Picture: Sendable {
        let name: String
        let size: (width: Int, height: Int)?
    }

    let addresses: Addresses
    var lessons: [CourseID: Set<LessonID>] = [:]
    var services: Set<ServiceID> = []
    var practices: [CourseID: Set<PracticeID>] = [:]
    var pictures: [String: Picture] = [:]
    var glossary: [Language: [Term]] = [:] {
        didSet { finders = glossary.mapValues(TermFinder.init) }
    }
    private(set) var finders: [Language: TermFinder] = [:]
    var labels: [Language: [String: String]] = [:]

    init(addresses: Addresses) { self.addresses = addresses }

    func has(_ course: CourseID) -> Bool { lessons[course] != nil }
    func has(_ lesson: LessonID, in course: CourseID) -> Bool { lessons[course]?.contains(lesson) == true }
    func has(_ practice: PracticeID, in course: CourseID) -> Bool { practices[course]?.contains(practice) == true }

    /// The word in that language, or else in Dutch.
    func term(_ id: String, in language: Language) -> Term? {
        let find: (Language) -> Term? = { glossary[$0]?.first { $0.id.rawValue == id } }
        return find(language) ?? find(.dutch)
    }

    func label(_ key: String, in language: Language) -> String {
        labels[language]?[key] ?? labels[.dutch]?[key] ?? String(key.split(separator: ".").last ?? "")
    }

    /// `images/brief.svg`, of that course.
    func picture(_ destination: String, of course: CourseID) -> Picture? {
        var path = destination[...]
        if path.hasPrefix("./") { path = path.dropFirst(2) }
        if path.hasPrefix("../") { path = path.dropFirst(3) }
        guard path.hasPrefix("images/") else { return nil }
        return pictures["\(course)/\(path.dropFirst(7))"]
    }
}

/// How large a picture is, so that the page does not jump when it comes in.
enum PictureSize {
    /// Of an svg with a viewBox; others say nothing yet.
    static func read(_ path: String) -> (width: Int, height: Int)? {
        guard path.hasSuffix(".svg"), let data = FileManager.default.contents(atPath: path) else { return nil }
        let head = String(decoding: data.prefix(2_000), as: UTF8.self)
        guard let start = head.range(of: "viewBox=\"") else { return nil }
        let numbers = head[start.upperBound...].prefix { $0 != "\"" }.split { " ,".contains($0) }.compactMap { Double($0) }
        guard numbers.count == 4, numbers[2] > 0, numbers[3] > 0 else { return nil }
        return (Int(numbers[2].rounded()), Int(numbers[3].rounded()))
    }
}
