import Courseware
import Learning
import Markup

/// A course: what it is, and its lessons with how far this learner is.
struct CoursePage: Page {
    let ink: Ink
    let course: Course
    let progress: [LessonProgress]
    /// What to do after this course, for who has finished it.
    var next: Course?

    private var text: Course.Text { course.texts[ink.language] }
    private var labels: Labels { ink.labels }
    var title: String { text.title }

    var main: HTML {
        #"""
        <div class="narrow"\#(ink.lang(course.texts))>
        <h1>\#(title)</h1>
        <div class="prose">\#(text.welcome)</div>
        \#(first)
        <div\#(ink.ownLang(course.texts))>
        \#(TermExplanations(text.terms, ink).html)\#(goOn)<h2>\#(labels["learning.lessons-title"])</h2>
        <ol class="lessons">
        \#(each: course.lessons, row)</ol>
        \#(if: !course.practices.isEmpty, practices)<p class="no-print"><a href="\#(Path.print(course.id).text)">\#(labels["handout.open"])</a></p>
        </div>
        </div>
        """#
    }

    /// The courses to do before this one, where there are.
    private var first: HTML {
        let courses = course.requires.compactMap { ink.library.course($0) }.filter { $0.status == .published }
        guard !courses.isEmpty else { return "" }
        return #"""
            <div\#(ink.ownLang(course.texts))><p>\#(labels["learning.requires"])</p>
            <ul>\#(each: courses, { #"<li><a href="\#(Path.course($0.id).text)"\#(ink.lang($0.texts))>\#($0.texts[ink.language].title)</a></li>"# })</ul></div>

            """#
    }

    private var goOn: HTML {
        if progress.hasFinished(course) { return afterwards }
        guard let lesson = course.lessons.first(where: { progress.of($0)?.finishedAt == nil }),
            let step = lesson.resumePoint(progress.of(lesson))
        else { return "" }
        let isNew = progress.allSatisfy { $0.course != course.id }
        let label =
            isNew
            ? labels["learning.start-course"]
            : labels["learning.go-on", ["lesson": lesson.texts[ink.language].title]]
        let path = isNew ? Path.lesson(course.id, lesson.id) : .step(course.id, lesson.id, step.id)
        return "<p>\(link(path, label))</p>\n"
    }

    private var afterwards: HTML {
        #"""
        <p>\#(labels["learning.course-finished"])</p>
        <p>\#(next.map { link(.course($0.id), labels["learning.next-course", ["course": $0.texts[ink.language].title]]) })\#
        \#(course.lessons.first.map { link(.lesson(course.id, $0.id), labels["learning.course-again"], isQuiet: true) })\#
        \#(link(.courses, labels["learning.all-courses"], isQuiet: true))</p>

        """#
    }

    private func link(_ path: Path, _ label: String, isQuiet: Bool = false) -> HTML {
        #"<a class="button\#(if: isQuiet, " quiet")" href="\#(path.text)">\#(label)</a>"#
    }

    private func row(_ lesson: Lesson) -> HTML {
        let own = progress.of(lesson)
        let state = own?.state ?? .notStarted
        return #"""
            <li>
            <a href="\#(Path.lesson(course.id, lesson.id).text)"\#(ink.lang(lesson.texts))>\#(lesson.texts[ink.language].title)</a>
            <span class="small">\#(labels["learning.minutes", ["count": String(lesson.minutes)]])</span>
            \#(if: own != nil, StateMark(state, labels).html)
            </li>

            """#
    }

    private var practices: HTML {
        #"""
        <h2>\#(labels["learning.practices"])</h2>
        <ul>\#(each: course.practices, { practice in
            let path = Path.practice(course.id, practice.id).text
            return "<li><a href=\"\(path)\"\(ink.lang(practice.texts))>\(practice.texts[ink.language].title)</a></li>"
        })</ul>

        """#
    }
}

/// How far somebody is in a lesson: a word, with a sign that the style puts before it; never a colour alone.
struct StateMark {
    private let state: LessonProgress.State
    private let labels: Labels

    init(_ state: LessonProgress.State, _ labels: Labels) {
        self.state = state
        self.labels = labels
    }

    var html: HTML {
        #"<span class="state-\#(state.rawValue)">\#(labels["state.\(state.rawValue)"])</span>"#
    }
}
