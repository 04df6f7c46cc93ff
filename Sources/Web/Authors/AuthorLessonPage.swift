import Courseware
import Learning
import Markup

/// One lesson: where learners stop, what they get wrong, and what they say of it.
struct AuthorLessonPage: Page {
    let ink: Ink
    let course: Course
    /// In which the texts are looked at; learners are counted in all languages.
    let language: Language
    let line: CourseReview.LessonLine
    let figures: LessonFigures
    /// The newest first.
    let reactions: [LessonReaction]

    private var labels: Labels { ink.labels }
    private var lesson: Lesson { line.lesson }
    var title: String { lesson.texts[language].title }

    var main: HTML {
        #"""
        <p class="trail"><a href="\#(Path.review(course.id, language).text)">\#(course.texts[ink.language].title)</a></p>
        <h1\#(ink.lang(lesson.texts.language(for: language)))>\#(title)</h1>
        \#(LanguageTabs(languages: course.languages, shown: language, ink: ink) { Path.review(course.id, lesson.id, $0) }.html)\#
        <dl><dt>\#(labels["authors.column.translation"])</dt><dd>\#(labels["authors.translation.\(line.translation.rawValue)"])</dd>
        <dt>\#(labels["authors.column.checked"])</dt><dd>\#(CheckedDay(line: line, labels: labels).html)</dd></dl>
        <p><a href="\#(Path.lesson(course.id, lesson.id).text)">\#(labels["authors.to-lesson"])</a></p>
        <h2>\#(labels["authors.learners"])</h2>
        <p>\#(labels.count("authors.started", figures.started)), \#(labels.count("authors.finished", figures.finished)).</p>
        <div class="table-scroll" tabindex="0" role="region" aria-label="\#(labels["authors.steps"])">
        <table>
        <thead><tr>\#(each: ["step", "started", "finished", "stopped", "help", "wrong"], { "<th scope=\"col\">\(labels["authors.column.\($0)"])</th>" })</tr></thead>
        <tbody>
        \#(each: figures.steps, row)</tbody>
        </table>
        </div>
        <p class="help">\#(labels["authors.stopped-means"])</p>
        <h2>\#(labels["authors.reactions"])</h2>
        \#(if: reactions.isEmpty, "<p>\(labels["authors.no-reactions"])</p>\n")\#(if: !reactions.isEmpty, said)<h2>\#(labels["authors.findings"])</h2>
        \#(if: line.findings.isEmpty, "<p>\(labels["authors.no-findings"])</p>\n")\#(FindingList(findings: line.findings).html)
        """#
    }

    private func row(_ figures: LessonFigures.Step) -> HTML {
        guard let step = lesson.step(figures.id) else { return "" }
        let lang = ink.lang(lesson.texts.language(for: language))
        return #"""
            <tr><th scope="row"><a href="\#(Path.step(course.id, lesson.id, step.id).text)"\#(lang)>\#(step.texts[language].title)</a></th>\#
            \#(each: [figures.started, figures.finished, figures.stopped, figures.askedForHelp], { "<td>\($0)</td>" })\#
            <td\#(lang)>\#(if: !figures.wrongAnswers.isEmpty, wrong(figures.wrongAnswers, step))</td></tr>

            """#
    }

    private func wrong(_ answers: [LessonFigures.WrongAnswer], _ step: Step) -> HTML {
        #"""
        <ul>\#(each: answers, { "<li>\(text($0, step)) (\($0.times)×)</li>" })</ul>
        """#
    }

    /// A question that is gone has only its id left.
    private func text(_ wrong: LessonFigures.WrongAnswer, _ step: Step) -> HTML {
        step.question(wrong.question, in: language).map { AnswerText($0, wrong.answer).html } ?? "\(wrong.question.rawValue)"
    }

    private var said: HTML {
        let faces = Dictionary(grouping: reactions, by: \.face).mapValues(\.count)
        return #"""
            \#(FaceCount(faces: faces, labels: labels).html)
            <ul class="reactions">\#(each: reactions.filter { !$0.sentence.isEmpty }.prefix(200), reaction)</ul>

            """#
    }

    private func reaction(_ reaction: LessonReaction) -> HTML {
        #"""
        <li>\#(FaceMark(reaction.face).html) <span\#(ink.lang(reaction.language))>\#(reaction.sentence)</span> <small>\#(ink.day(reaction.reactedAt))</small></li>

        """#
    }
}
