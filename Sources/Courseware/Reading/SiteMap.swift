import Foundation
import Markup

/// What links can point at: known before any text is drawn.
struct SiteMap: Sendable {
    struct Picture: Sendable {
        let name: String
        let size: (width: Int, height: Int)?
    }

    let addresses: Addresses
    /// Each course with its lessons, by the name of the file in the source language: `03-inloggen.md`.
    var lessons: [CourseID: [String: LessonID]] = [:]
    var services: Set<ServiceID> = []
    /// The same of its practices.
    var practices: [CourseID: [String: PracticeID]] = [:]
    var pictures: [String: Picture] = [:]
    var glossary: [Language: [Term]] = [:] {
        didSet { finders = glossary.mapValues(TermFinder.init) }
    }
    private(set) var finders: [Language: TermFinder] = [:]
    var labels: [Language: [String: String]] = [:]

    init(addresses: Addresses) { self.addresses = addresses }

    func has(_ course: CourseID) -> Bool { lessons[course] != nil }
    func has(_ lesson: LessonID, in course: CourseID) -> Bool { lessons[course]?.values.contains(lesson) == true }

    func course(_ folder: String) -> CourseID? { CourseID(rawValue: folder).flatMap { has($0) ? $0 : nil } }

    func lesson(_ file: String, in folder: String) -> (course: CourseID, id: LessonID)? {
        CourseID(rawValue: folder).flatMap { course in lessons[course]?[file].map { (course, $0) } }
    }

    func practice(_ file: String, in folder: String) -> (course: CourseID, id: PracticeID)? {
        CourseID(rawValue: folder).flatMap { course in practices[course]?[file].map { (course, $0) } }
    }

    /// The word in that language, or else in Dutch.
    func term(_ id: String, in language: Language) -> Term? {
        let find: (Language) -> Term? = { glossary[$0]?.first { $0.id.rawValue == id } }
        return find(language) ?? find(.dutch)
    }

    func label(_ key: String, in language: Language) -> String {
        labels[language]?[key] ?? labels[.dutch]?[key] ?? String(key.split(separator: ".").last ?? "")
    }

    /// The picture of that course, in the language where it was drawn for it: `brief.svg` is `brief.en.svg` in English.
    func picture(_ file: String, of folder: String, in language: Language) -> Picture? {
        let dot = file.lastIndex(of: ".") ?? file.endIndex
        return pictures["\(folder)/\(file[..<dot]).\(language.rawValue)\(file[dot...])"] ?? pictures["\(folder)/\(file)"]
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
        let sizes = 1.0...100_000
        guard numbers.count == 4, sizes.contains(numbers[2]), sizes.contains(numbers[3]) else { return nil }
        return (Int(numbers[2].rounded()), Int(numbers[3].rounded()))
    }
}
