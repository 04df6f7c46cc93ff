package import Markup

/// Everything that was written: never changed, replaced whole. The content has been read; a course is read when it is
/// first asked for, so that a site with thousands of lessons answers at once.
package struct Library: Sendable {
    let source: LibrarySource
    /// In which somebody can read here: those of the labels, and those that a lesson that is shown is translated into.
    package let readingLanguages: Set<Language>
    private let readings: [CourseID: CourseReading]
    private let whole: Once<(courses: [Course], findings: [Finding], errors: Int)>

    init(_ source: LibrarySource) {
        self.source = source
        readings = Dictionary(
            source.readings.compactMap { reading in reading.front.id.map { ($0, reading) } },
            uniquingKeysWith: { first, _ in first })
        whole = Once { source.whole }
        let shown = source.readings.filter { $0.front.isPublished }.flatMap { $0.front.lessonFiles.compactMap(\.language) }
        readingLanguages = Set(source.map.labels.keys).union(shown)
    }

    package var personas: [PersonaID: Persona] { source.content.personas }
    package var glossary: [Language: [Term]] { source.map.glossary }
    /// Sorted by id.
    package var services: [Service] { source.content.services }
    /// The oldest first; the last is the one to agree to.
    package var mandateTexts: [MandateText] { source.content.mandateTexts }
    package var pages: [String: Localized<PageText>] { source.content.pages }
    /// The labels of the site, by dotted key.
    package var labels: [Language: [String: String]] { source.map.labels }
    /// Simple words, for login codes.
    package var words: [Language: [String]] { source.content.words }

    /// What a course requires stands before it; else by id. Drafts and archived courses are among them; who shows them
    /// decides. Reads every course that was not asked for before.
    package var courses: [Course] { whole.value.courses }
    /// What the authors can mend, sorted by place. Reads every course that was not asked for before.
    package var findings: [Finding] { whole.value.findings }
    /// How many errors there are in what was read until now.
    package var errorsUntilNow: Int {
        whole.valueIfMade?.errors
            ?? source.readings.reduce(source.content.findings.errorCount) { $0 + ($1.contentsIfRead?.errors ?? 0) }
    }

    package func course(_ id: CourseID) -> Course? { readings[id]?.contents.course }
    package func service(_ id: ServiceID) -> Service? { services.first { $0.id == id } }
    package func persona(of practice: Practice) -> Persona? { practice.persona.flatMap { personas[$0] } }
    package func lesson(_ lesson: LessonID, of course: CourseID) -> Lesson? { self.course(course)?.lesson(lesson) }

    /// The wording to agree to on that day: `2026-11-24`. One that is dated later waits.
    package func mandateText(on day: String) -> MandateText? { mandateTexts.last { $0.date <= day } }

    /// The file of a course's picture.
    package func picture(_ name: String, of course: CourseID) -> String? {
        guard let front = readings[course]?.front, front.names.pictures[name] != nil else { return nil }
        return "\(front.listing.images.path)/\(name)"
    }

    /// In all files of the course's folder.
    func findings(inFolderOf course: CourseID) -> [Finding] { readings[course].map(source.findings) ?? [] }

    /// In the content, and in folders that are no course.
    package var findingsOutsideCourses: [Finding] {
        (source.contentFindings + source.readings.filter { $0.contents.course == nil }.flatMap(source.findings)).sorted()
    }
}

extension LibrarySource {
    fileprivate var whole: (courses: [Course], findings: [Finding], errors: Int) {
        let contents = Parallel.map(readings, \.contents)
        let findings = (readings.flatMap(findings) + contentFindings).sorted()
        return (CourseOrder.sorted(contents.compactMap(\.course)), findings, findings.errorCount)
    }

    fileprivate func findings(_ reading: CourseReading) -> [Finding] {
        let broken = broken(reading.contents.references)
        return broken.isEmpty ? reading.contents.findings : (reading.contents.findings + broken).sorted()
    }

    fileprivate var contentFindings: [Finding] { content.findings + broken(content.references) }

    /// The links into other folders that lead to nothing there.
    private func broken(_ references: [AnchorReference]) -> [Finding] {
        references.compactMap { reference in
            let course = switch reference.target { case .lesson(let course, _), .practice(let course, _): course }
            guard let other = readings.first(where: { $0.front.listing.id == course }) else { return nil }
            return other.contents.anchors[reference.target].flatMap(reference.finding)
        }
    }
}

/// A page of Content/pages.
package struct PageText: Sendable {
    package let title: String
    package let body: HTML
    /// The file to the letter.
    package let source: String
}

/// What a citizen agrees to when giving a mandate. Dated, never edited, only succeeded.
package struct MandateText: Sendable {
    /// `2026-11-24`
    package let date: String
    package let texts: Localized<Wording>

    package struct Wording: Sendable {
        package let title: String
        package let body: HTML
        /// The file to the letter: what the kept hash is made of.
        package let source: String
    }
}

/// A hard word, explained. An object, for every step that uses the word points at it.
package final class Term: Sendable {
    package let id: TermID
    package let language: Language
    package let word: String
    /// Other forms of the word: abbreviations, plurals.
    package let also: [String]
    package let explanation: HTML

    init(id: TermID, language: Language, word: String, also: [String], explanation: HTML) {
        self.id = id
        self.language = language
        self.word = word
        self.also = also
        self.explanation = explanation
    }
}

/// An invented person whose details learners practise with.
package struct Persona: Sendable {
    package struct Detail: Sendable, Equatable {
        package let name: String
        package let value: String
    }

    package let id: PersonaID
    package let name: String
    /// In the order of the file.
    package let details: [Detail]
    /// What stands on the card beside a practice.
    package let card: Localized<HTML>

    package func detail(_ name: String) -> String? { details.first { $0.name == name }?.value }
}

/// What a helper can be mandated for.
package struct Service: Sendable {
    package enum Risk: String, Sendable {
        case low
        case high
    }

    package struct Act: Sendable {
        package let id: ActID
        package let label: String
    }

    package struct Text: Sendable {
        package let title: String
        package let explanation: HTML
        package let acts: [Act]
    }

    package let id: ServiceID
    package let texts: Localized<Text>
    package let organisation: String
    package let theme: String
    package let risk: Risk
    package let maxDays: Int
    /// The organisation's own mandate, where it has one.
    package let officialMandate: String?
    /// What the citizen can learn first.
    package let lessons: [LessonReference]

    package var acts: [ActID] { texts[texts.source].acts.map(\.id) }
}

package struct LessonReference: Sendable, Hashable {
    package let course: CourseID
    package let lesson: LessonID

    package init(course: CourseID, lesson: LessonID) {
        self.course = course
        self.lesson = lesson
    }
}
