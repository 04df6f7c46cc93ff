import Accounts
import Courseware
import Learning
import Markup

/// One screen of a lesson.
struct StepPage: Page {
    enum Problem: String {
        case unfinished
        case citizenNumber = "citizen-number"
    }

    let ink: Ink
    let course: Course
    let lesson: Lesson
    let step: Step
    var answers: [QuestionID: Answer] = [:]
    var ticked: Set<String> = []
    var progress: LessonProgress?
    var problem: (question: QuestionID, problem: Problem)?

    private var labels: Labels { ink.labels }
    /// For labels among the author's words.
    private var own: HTML { ink.ownLang(step.texts) }
    private var text: StepText { step.texts[ink.language] }
    private var number: Int { (lesson.steps.firstIndex { $0.id == step.id } ?? 0) + 1 }

    var title: String { "\(text.title) – \(lesson.texts[ink.language].title)" }
    var hasErrors: Bool { problem != nil }

    var main: HTML {
        #"""
        <article class="narrow">
        \#(Trail(course: course, lesson: lesson, ink: ink).html)\#(summary)<p class="step-number">\#(labels["learning.step-of", ["number": String(number), "count": String(lesson.steps.count)]])</p>
        <progress value="\#(number)" max="\#(lesson.steps.count)" aria-hidden="true"></progress>
        \#(ReadAloud(labels).html)<div\#(ink.lang(step.texts))>
        <h1>\#(text.title)</h1>
        \#(each: text.parts, part)</div>
        \#(TermExplanations(text.terms, ink).html)\#(onward)\#(help)</article>
        """#
    }

    private var summary: HTML {
        guard let problem else { return "" }
        return ErrorSummary(
            title: labels["form.summary"],
            problems: [("vraag-\(problem.question)", labels["question.\(problem.problem.rawValue)"])]
        ).html
    }

    private func part(_ part: StepPart) -> HTML {
        switch part {
        case .prose(let prose): #"<div class="prose">\#(prose)</div>"# + "\n"
        case .question(let question):
            QuestionView(
                question: question, labels: labels, lang: ink.lang(step.texts), ownLang: own,
                action: .answer(course.id, lesson.id, step.id, question.id), formID: ink.formID,
                answered: answers[question.id],
                problem: problem?.question == question.id ? problem.map { labels["question.\($0.problem.rawValue)"] } : nil
            ).html
        case .checklist(let list): checklist(list)
        case .practice(let id): practice(id)
        case .callout(let kind, let label, let parts):
            #"""
            <div class="callout callout-\#(kind.rawValue)">
            \#(label)\#(each: parts, self.part)</div>

            """#
        }
    }

    private func checklist(_ list: Checklist) -> HTML {
        let number = list.items.lazy.compactMap(\.id).first?.prefix { $0 != "." } ?? ""
        return #"""
            <form class="checklist" id="lijst-\#(number)" method="post" action="\#(Path.ticks(course.id, lesson.id, step.id).text)">
            <input type="hidden" name="lijst" value="\#(number)">
            <fieldset><legend\#(own)>\#(labels["checklist.title"])</legend>
            \#(each: list.items, tick)</fieldset>
            <button class="quiet"\#(own)>\#(labels["checklist.keep"])</button>
            </form>

            """#
    }

    private func tick(_ item: Checklist.Item) -> HTML {
        guard let id = item.id else { return "<p>\(item.label)</p>\n\(item.more)" }
        return #"""
            <div class="choice"><input type="checkbox" id="vinkje-\#(id)" name="vinkje" value="\#(id)"\#(if: ticked.contains(id), " checked")>
            <label for="vinkje-\#(id)">\#(item.label)</label></div>
            \#(item.more)
            """#
    }

    private func practice(_ id: PracticeID) -> HTML {
        guard let practice = course.practice(id) else { return "" }
        let text = practice.texts[ink.language]
        return #"""
            <section class="practice-card"\#(own)>
            <h2>\#(labels["practice.title"]): <span\#(ink.lang(practice.texts))>\#(text.title)</span></h2>
            <p\#(ink.lang(practice.texts))>\#(text.goal)</p>
            <p><a class="button" href="\#(Path.practice(course.id, id).from(lesson, step).text)">\#(labels["practice.start"])</a></p>
            </section>

            """#
    }

    private var onward: HTML {
        let previous = lesson.step(before: step.id)
        let isLast = lesson.step(after: step.id) == nil
        let back = previous.map { Path.step(course.id, lesson.id, $0.id) } ?? .lesson(course.id, lesson.id)
        return #"""
            <form class="onward" method="post" action="\#(Path.completion(course.id, lesson.id, step.id).text)">
            \#(ink.formID)<a class="button quiet" href="\#(back.text)">\#(labels["learning.previous"])</a>
            <button>\#(labels[isLast ? "learning.finish" : "learning.next"])</button>
            </form>

            """#
    }

    /// The way to a coach, for who has one; what was asked stays in sight until somebody came.
    private var help: HTML {
        guard ink.account?.organisation != nil else { return "" }
        let asked: HTML = #"<p role="status">\#(labels["learning.help-asked"])</p>"#
        let ask: HTML = #"<button class="quiet">\#(labels["learning.ask-for-help"])</button>"#
        return #"""
            <form class="help-request" id="hulp" method="post" action="\#(Path.help(course.id, lesson.id, step.id).text)">
            \#(ink.formID)\#(progress?.helpAskedAt == nil ? ask : asked)
            </form>

            """#
    }
}
