import Courseware
import Learning
import Markup

/// The courses as cards, each with the way in or on.
struct CourseShelf: Sendable {
    private let courses: [Course]
    private let progress: [LessonProgress]

    init(_ courses: [Course], _ progress: [LessonProgress]) {
        self.courses = courses
        self.progress = progress
    }

    /// Where this learner was last, for "go on".
    func latest() -> (course: Course, lesson: Lesson, step: Step)? {
        for progress in progress {
            guard let course = courses.first(where: { $0.id == progress.course }),
                let lesson = course.lesson(progress.lesson)
            else { continue }
            if progress.finishedAt == nil, let step = lesson.resumePoint(progress) { return (course, lesson, step) }
            if let next = course.lesson(after: lesson.id), self.progress.of(next) == nil, let step = next.steps.first {
                return (course, next, step)
            }
        }
        return nil
    }

    /// The course to go on with: the next that this learner has not finished, and after the last the first.
    func unfinished(after course: Course) -> Course? {
        let place = courses.firstIndex { $0.id == course.id }.map { $0 + 1 } ?? 0
        return (courses[place...] + courses[..<place]).first { $0.id != course.id && !progress.hasFinished($0) }
    }

    func html(_ ink: Ink) -> HTML {
        #"""
        <ul class="cards">
        \#(each: courses, { card($0, ink) })</ul>

        """#
    }

    private func card(_ course: Course, _ ink: Ink) -> HTML {
        let text = course.texts[ink.language]
        let labels = ink.labels
        return #"""
            <li class="card"\#(ink.lang(course.texts))>
            <h2><a href="\#(Path.course(course.id).text)">\#(text.title)</a></h2>
            <p>\#(text.summary)</p>
            <p class="small"\#(ink.ownLang(course.texts))>\#(labels.count("learning.lessons", course.lessons.count)), \#(labels["learning.minutes", ["count": String(course.minutes)]])</p>
            </li>

            """#
    }
}

extension Ink {
    /// ` lang="nl"` where the text is not in the page's own language.
    func lang<Value>(_ texts: Localized<Value>) -> HTML { lang(texts.language(for: language)) }

    func lang(_ shown: Language) -> HTML {
        guard shown != labels.language else { return "" }
        let turns = shown.isRightToLeft != labels.language.isRightToLeft
        return #" lang="\#(shown.rawValue)"\#(if: turns, #" dir="\#(shown.isRightToLeft ? "rtl" : "ltr")""#)"#
    }

    /// A line of a persona's card: its name in words, where we have words for it, and a day as days are written.
    func detail(_ detail: Persona.Detail) -> HTML {
        let plain = detail.name.replacing("-", with: " ")
        let name = labels.text("persona.\(detail.name)") ?? plain.prefix(1).uppercased() + plain.dropFirst()
        return "<dt>\(name)</dt><dd>\(day(detail.value) ?? detail.value)</dd>\n"
    }

    /// The page's own language again, inside a part that has another.
    func ownLang<Value>(_ texts: Localized<Value>) -> HTML {
        let own = labels.language
        let shown = texts.language(for: language)
        guard shown != own else { return "" }
        let turns = shown.isRightToLeft != own.isRightToLeft
        return #" lang="\#(own.rawValue)"\#(if: turns, #" dir="\#(own.isRightToLeft ? "rtl" : "ltr")""#)"#
    }
}
