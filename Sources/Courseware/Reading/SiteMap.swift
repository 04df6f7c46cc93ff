import Foundation
import Markup

/// What links can point at, and what else a text needs from outside its course: known before any lesson is read.
final class SiteMap: Sendable {
    struct Picture: Sendable, Equatable {
        let name: String
        let size: PictureSize?
    }

    let addresses: Addresses
    let courses: [CourseID: CourseFront.Names]
    let services: Set<ServiceID>
    /// Of every persona that has a file, also one with a fault.
    let personaNames: Set<String>
    let glossary: [Language: [Term]]
    let finders: [Language: TermFinder]
    /// Every word that the glossary explains, or that one of its forms is made of.
    let explained: [Language: Set<String>]
    private let terms: [Language: [TermID: Term]]
    let labels: [Language: [String: String]]
    /// Words of offices, with better ones.
    let jargon: [Language: Jargon]

    init(_ documents: SiteDocuments, _ courses: [CourseID: CourseFront.Names], _ addresses: Addresses) {
        self.addresses = addresses
        self.courses = courses
        services = Set(documents.services.compactMap { ServiceID(rawValue: $0.file.stem) })
        personaNames = Set(documents.personas.map(\.file.stem))
        glossary = GlossaryReader.terms(documents.glossary)
        finders = glossary.mapValues(TermFinder.init)
        explained = glossary.mapValues(WordsAreEasy.forms)
        terms = glossary.mapValues { Dictionary($0.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }) }
        labels = Dictionary(
            documents.labelFiles.compactMap { file in file.language.map { ($0, file.labels) } }, uniquingKeysWith: { first, _ in first })
        jargon = Jargon.lists(documents.jargonFiles)
    }

    func has(_ course: CourseID) -> Bool { courses[course] != nil }
    func has(_ lesson: LessonID, in course: CourseID) -> Bool { courses[course]?.lessons.values.contains(lesson) == true }

    func course(_ folder: String) -> CourseID? { CourseID(rawValue: folder).flatMap { has($0) ? $0 : nil } }

    func isDraft(_ folder: String) -> Bool { course(folder).flatMap { courses[$0]?.isDraft } == true }

    func lesson(_ file: String, in folder: String) -> (course: CourseID, id: LessonID)? {
        CourseID(rawValue: folder).flatMap { course in courses[course]?.lessons[file].map { (course, $0) } }
    }

    func practice(_ file: String, in folder: String) -> (course: CourseID, id: PracticeID)? {
        CourseID(rawValue: folder).flatMap { course in courses[course]?.practices[file].map { (course, $0) } }
    }

    /// The word in that language, or else in Dutch.
    func term(_ id: String, in language: Language) -> Term? {
        let id = TermID(unchecked: id)
        return terms[language]?[id] ?? terms[.dutch]?[id]
    }

    /// The label, and the language that it is in: Dutch where that one has none.
    func label(_ key: String, in language: Language) -> (text: String, language: Language) {
        if let label = labels[language]?[key] { return (label, language) }
        return (labels[.dutch]?[key] ?? key.lastPart(after: "."), .dutch)
    }

    func hasPicture(_ file: String, of folder: String) -> Bool {
        course(folder).flatMap { courses[$0]?.pictures[file] } != nil
    }

    /// The picture of that course, in the language where it was drawn for it: `brief.svg` is `brief.en.svg` in English.
    func picture(_ file: String, of folder: String, in language: Language) -> Picture? {
        guard let course = course(folder), let pictures = courses[course]?.pictures else { return nil }
        let dot = file.lastIndex(of: ".") ?? file.endIndex
        return pictures["\(file[..<dot]).\(language.rawValue)\(file[dot...])"] ?? pictures[file]
    }
}

/// How large a picture is, so that the page does not jump when it comes in.
struct PictureSize: Sendable, Equatable {
    let width: Int
    let height: Int

    /// Of an svg with a viewBox; others say nothing yet.
    static func read(_ path: String) -> PictureSize? {
        guard path.hasSuffix(".svg"), let bytes = FileBytes.read(path, most: 2_000) else { return nil }
        let head = String(decoding: bytes, as: UTF8.self)
        guard let start = head.firstRange(of: "viewBox=\"") else { return nil }
        let numbers = head[start.upperBound...].prefix { $0 != "\"" }.split { " ,".contains($0) }.compactMap { Double($0) }
        let sizes = 1.0...100_000
        guard numbers.count == 4, sizes.contains(numbers[2]), sizes.contains(numbers[3]) else { return nil }
        return PictureSize(width: Int(numbers[2].rounded()), height: Int(numbers[3].rounded()))
    }
}
