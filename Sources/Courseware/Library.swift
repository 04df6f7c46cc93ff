package import Markup

/// Everything that was written: read once, never changed, replaced whole.
package struct Library: Sendable {
    /// What a course requires stands before it; else by id. Drafts and archived courses are among them; who shows them decides.
    package let courses: [Course]
    package let personas: [PersonaID: Persona]
    package let glossary: [Language: [Term]]
    /// Sorted by id.
    package let services: [Service]
    /// The oldest first; the last is the one to agree to.
    package let mandateTexts: [MandateText]
    package let pages: [String: Localized<PageText>]
    /// The labels of the site, by dotted key.
    package let labels: [Language: [String: String]]
    /// Simple words, for login codes.
    package let words: [Language: [String]]
    /// What the authors can mend, sorted by place.
    package let findings: [Finding]
    let pictures: [String: String]
    /// In which somebody can read here: those of the labels, and those that a lesson is translated into.
    package let readingLanguages: Set<Language>

    package func course(_ id: CourseID) -> Course? { courses.first { $0.id == id } }
    package func service(_ id: ServiceID) -> Service? { services.first { $0.id == id } }
    package func persona(of practice: Practice) -> Persona? { practice.persona.flatMap { personas[$0] } }
    package func lesson(_ lesson: LessonID, of course: CourseID) -> Lesson? { self.course(course)?.lesson(lesson) }

    /// The wording to agree to on that day: `2026-11-24`. One that is dated later waits.
    package func mandateText(on day: String) -> MandateText? { mandateTexts.last { $0.date <= day } }

    /// The file of a course's picture.
    package func picture(_ name: String, of course: CourseID) -> String? { pictures["\(course)/\(name)"] }
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

/// A hard word, explained.
package struct Term: Sendable, Equatable {
    package let id: TermID
    package let language: Language
    package let word: String
    /// Other forms of the word: abbreviations, plurals.
    package let also: [String]
    package let explanation: HTML
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
