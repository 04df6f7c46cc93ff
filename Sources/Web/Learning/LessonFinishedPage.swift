import Accounts
import Courseware
import Learning
import Markup

/// The lesson is finished: what you can do now, and what comes next.
struct LessonFinishedPage: Page {
    let ink: Ink
    let course: Course
    let lesson: Lesson
    /// What the learner said of the lesson before.
    var reaction: LessonReaction?
    var form: ReactionForm

    init(ink: Ink, course: Course, lesson: Lesson) {
        self.ink = ink
        self.course = course
        self.lesson = lesson
        form = ReactionForm(ink: ink, lesson: lesson)
    }

    var hasErrors: Bool { form.refusal != nil }
    private var labels: Labels { ink.labels }
    var title: String { labels["learning.finished-title"] }

    var main: HTML {
        #"""
        <div class="narrow">
        \#(Trail(course: course, lesson: lesson, ink: ink).html)\#(ErrorSummary(title: labels["form.summary"], problems: form.problems).html)<h1>\#(title)</h1>
        <p>\#(labels["learning.finished", ["lesson": lesson.texts[ink.language].title]])</p>
        <ul class="goals-reached"\#(ink.lang(lesson.texts))>\#(each: lesson.texts[ink.language].goals, { "<li>\($0)</li>" })</ul>
        \#(next)\#(if: ink.account?.loginName == nil, keep)<section id="mening" aria-label="\#(labels["reaction.label"])">
        \#(opinion)</section>
        </div>
        """#
    }

    private var next: HTML {
        guard let next = course.lesson(after: lesson.id) else {
            return #"""
                <p>\#(labels["learning.last-lesson"])</p>
                <p><a class="button" href="\#(Path.courses.text)">\#(labels["learning.courses"])</a></p>

                """#
        }
        return #"""
            <p><a class="button" href="\#(Path.lesson(course.id, next.id).text)">\#(labels["learning.next-lesson", ["lesson": next.texts[ink.language].title]])</a></p>

            """#
    }

    /// Who said something is thanked, and may say something else.
    private var opinion: HTML {
        guard let reaction else { return form.html }
        var form = form
        form.face = reaction.face
        form.sentence = reaction.sentence
        return #"""
            <p class="feedback feedback-right" role="status">\#(labels["reaction.thanks"])</p>
            <details><summary>\#(labels["reaction.change"])</summary>
            \#(form.html)</details>

            """#
    }

    /// For who has no name here yet.
    private var keep: HTML {
        #"""
        <div class="callout callout-tip">
        <p>\#(labels["learning.keep"])</p>
        <p><a href="\#(Path.name.text)">\#(labels["name.title"])</a></p>
        </div>

        """#
    }
}
