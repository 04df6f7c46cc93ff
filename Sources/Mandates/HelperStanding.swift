import Audit
package import Courseware

/// What this installation asks of a helper before a first mandate.
package struct HelperRequirements: Sendable, Equatable {
    package static let course = CourseID(unchecked: "veilig-helpen")
    package static let terms = "helper-terms"

    /// The lessons to finish; none where the course is missing, and then nobody can have finished it.
    package let lessons: [LessonReference]
    /// Which wording of the terms is accepted: changes with every letter of it. Nothing where it is missing.
    package let terms: String?

    package init(lessons: [LessonReference], terms: String?) {
        self.lessons = lessons
        self.terms = terms
    }

    package init(_ library: Library) {
        let lessons = library.course(Self.course)?.lessons ?? []
        self.init(
            lessons: lessons.map { LessonReference(course: $0.course, lesson: $0.id) },
            terms: library.pages[Self.terms].map { SHA256.hex(of: $0[$0.source].source) })
    }
}

/// Whether somebody may take on another mandate.
package struct HelperStanding: Sendable, Equatable {
    package static let usualLimit = 5
    /// How long a certificate of conduct counts. The law sets no end; many organisations ask for a new one after this.
    package static let certificateYears = 3

    package let hasFinishedCourse: Bool
    /// The day on the certificate of conduct (VOG) that was seen last.
    package let certificateOn: Day?
    package let hasAcceptedTerms: Bool
    package let running: Int
    package let limit: Int

    package init(
        hasFinishedCourse: Bool, certificateOn: Day?, hasAcceptedTerms: Bool, running: Int,
        limit: Int = usualLimit
    ) {
        self.hasFinishedCourse = hasFinishedCourse
        self.certificateOn = certificateOn
        self.hasAcceptedTerms = hasAcceptedTerms
        self.running = running
        self.limit = limit
    }

    package enum Shortcoming: String, Sendable, CaseIterable {
        case course
        case certificate
        case terms
        case load
    }

    /// What is not in order.
    package func shortcomings(on today: Day) -> [Shortcoming] {
        Shortcoming.allCases.filter { shortcoming in
            switch shortcoming {
            case .course: !hasFinishedCourse
            case .certificate: !hasCertificate(on: today)
            case .terms: !hasAcceptedTerms
            case .load: running >= limit
            }
        }
    }

    private func hasCertificate(on today: Day) -> Bool {
        guard let certificateOn else { return false }
        return certificateOn <= today && certificateOn.later(years: Self.certificateYears) > today.rawValue
    }
}
