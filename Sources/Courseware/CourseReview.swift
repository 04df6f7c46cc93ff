/// What is left to do for one course in one language.
package struct CourseReview: Sendable {
    /// How a file stands in the language that is looked at.
    package enum Translation: String, Sendable {
        /// It is the original.
        case original
        case translated
        /// The original was compared with its sources after the translation was.
        case outdated
        case missing
    }

    package struct LessonLine: Sendable {
        package let lesson: Lesson
        package let translation: Translation
        /// In the lesson's file of this language.
        package let findings: [Finding]
        /// Since the facts were compared with their sources; nothing where nobody said when.
        package let daysSinceCheck: Int?

        package var isUncheckedForLong: Bool { daysSinceCheck.map { $0 > FactsAreFresh.longest } ?? true }
    }

    package let course: Course
    package let language: Language
    /// In all of the course's files of this language.
    package let findings: [Finding]
    /// In the order of the course.
    package let lessons: [LessonLine]
    /// Those that are not in this language.
    package let untranslatedPractices: [Practice]
    /// Whether the course's own page is in this language.
    package let hasText: Bool

    /// - Parameter today: `2026-11-24`
    package init(of course: Course, in language: Language, _ library: Library, today: String) {
        self.course = course
        self.language = language
        findings = library.findings(of: course, in: language)
        lessons = course.lessons.map { lesson in
            let exists = lesson.texts.languages.contains(language)
            let own = exists ? library.findings(in: lesson, language) : []
            return LessonLine(
                lesson: lesson, translation: Self.translation(lesson.texts, language, own), findings: own,
                daysSinceCheck: Self.days(from: lesson.checked, to: today))
        }
        untranslatedPractices = course.practices.filter { !$0.texts.languages.contains(language) }
        hasText = course.texts.languages.contains(language)
    }

    private static func translation(
        _ texts: Localized<Lesson.Text>, _ language: Language, _ findings: [Finding]
    ) -> Translation {
        if texts.source == language { return .original }
        guard texts.languages.contains(language) else { return .missing }
        return findings.contains { $0.rule == "translation-outdated" } ? .outdated : .translated
    }

    private static func days(from checked: String?, to today: String) -> Int? {
        guard let checked = checked.flatMap(WrittenDay.number), let today = WrittenDay.number(today) else { return nil }
        return today - checked
    }

    package var errors: Int { findings.errorCount }
    package var warnings: Int { findings.count { $0.severity == .warning } }
    /// Lessons and practices, and the course's own page.
    package var untranslated: Int {
        lessons.count { $0.translation == .missing } + untranslatedPractices.count + (hasText ? 0 : 1)
    }
    package var outdated: Int { lessons.count { $0.translation == .outdated } }
    package var uncheckedForLong: Int { lessons.count(where: \.isUncheckedForLong) }
}

extension Course {
    /// Every language in which any part of it is written, the source language first.
    package var languages: [Language] {
        let all = Set(texts.languages + lessons.flatMap(\.texts.languages) + practices.flatMap(\.texts.languages))
        return [texts.source] + all.subtracting([texts.source]).sorted { $0.rawValue < $1.rawValue }
    }
}
