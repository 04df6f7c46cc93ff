import Courseware
import Learning
import Markup

/// The first screen of a lesson: what you will be able to do, and the way in.
struct LessonPage: Page {
    let ink: Ink
    let course: Course
    let lesson: Lesson
    let progress: LessonProgress?

    private var text: Lesson.Text { lesson.texts[ink.language] }
    private var labels: Labels { ink.labels }
    var title: String { text.title }

    var main: HTML {
        #"""
        <div class="narrow">
        \#(Trail(course: course, ink: ink).html)\#(ReadAloud(labels).html)<div\#(ink.lang(lesson.texts))>
        <h1>\#(title)</h1>
        <div class="prose">\#(text.introduction)</div>
        </div>\#(TermExplanations(text.terms, ink).html)
        \#(if: !text.goals.isEmpty, goals)<p>\#(labels.count("learning.steps", lesson.steps.count)), \#(labels["learning.minutes", ["count": String(lesson.minutes)]])</p>
        \#(start)\#(facts)<p class="no-print"><a href="\#(Path.print(course.id, lesson.id).text)">\#(labels["handout.open"])</a></p>
        </div>
        """#
    }

    private var goals: HTML {
        #"""
        <h2>\#(labels["learning.goals"])</h2>
        <ul\#(ink.lang(lesson.texts))>\#(each: text.goals, { "<li>\($0)</li>" })</ul>

        """#
    }

    private var start: HTML {
        guard let step = lesson.resumePoint(progress) else { return "" }
        let label = labels[progress == nil ? "learning.start" : progress?.finishedAt == nil ? "learning.resume" : "learning.again"]
        return #"<p><a class="button" href="\#(Path.step(course.id, lesson.id, step.id).text)">\#(label)</a></p>"# + "\n"
    }

    /// When the facts were compared with their sources, and which these are.
    private var facts: HTML {
        guard !lesson.sources.isEmpty else { return "" }
        return #"""
            <details class="no-print"><summary>\#(labels["learning.sources"])</summary>
            \#(lesson.checked.map { "<p>\(labels["learning.checked", ["date": ink.day($0) ?? $0]])</p>" as HTML })
            <ul>\#(each: lesson.sources, { #"<li><a rel="noreferrer" href="\#($0)">\#($0)</a></li>"# })</ul>
            </details>

            """#
    }
}

/// The way back up.
struct Trail {
    let course: Course
    var lesson: Lesson?
    let ink: Ink

    var html: HTML {
        #"""
        <nav class="trail" aria-label="\#(ink.labels["learning.trail"])">
        <ol>
        <li><a href="\#(Path.course(course.id).text)"\#(ink.lang(course.texts))>\#(course.texts[ink.language].title)</a></li>
        \#(lesson.map { #"<li><a href="\#(Path.lesson(course.id, $0.id).text)"\#(ink.lang($0.texts))>\#($0.texts[ink.language].title)</a></li>"# as HTML })
        </ol>
        </nav>

        """#
    }
}
