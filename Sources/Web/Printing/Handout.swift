import Courseware
import Markup

/// A page for paper: steps and questions are numbered, and the answers stand on the last page, for the coach.
struct Handout: Page {
    let ink: Ink
    let title: String
    let back: Path
    private var body: HTML = ""
    private var answers: [HTML] = []

    init(ink: Ink, title: String, back: Path) {
        self.ink = ink
        self.title = title
        self.back = back
    }

    private var labels: Labels { ink.labels }
    private var language: Language { ink.language }
    var kind: PageKind { .paper }

    var main: HTML {
        #"""
        <div class="handout narrow">
        <p class="no-print"><button class="button" type="button" data-print hidden>\#(labels["handout.print"])</button>
        <a class="button quiet" href="\#(back.text)">\#(labels["handout.back"])</a></p>
        <h1>\#(title)</h1>
        \#(body)\#(if: !answers.isEmpty, answerPage)</div>
        """#
    }

    private var answerPage: HTML {
        #"""
        <section class="handout-page"><h2>\#(labels["handout.answers"])</h2>
        <ol>\#(each: answers, { "<li>\($0)</li>\n" })</ol></section>

        """#
    }

    mutating func add(_ course: Course) {
        body += #"<div class="prose"\#(ink.lang(course.texts))>\#(Self.onPaper(course.texts[language].welcome))</div>"# + "\n"
        for lesson in course.lessons {
            body += #"<section class="handout-page"><h2\#(ink.lang(lesson.texts))>\#(lesson.texts[language].title)</h2>"# + "\n"
            add(lesson, of: course, heading: "h3")
            body += "</section>\n"
        }
    }

    /// - Parameter heading: the level of the steps: one below the lesson's own.
    mutating func add(_ lesson: Lesson, of course: Course, heading: HTML = "h2") {
        let text = lesson.texts[language]
        body += #"""
            <div class="prose"\#(ink.lang(lesson.texts))>\#(Self.onPaper(text.introduction))</div>
            <\#(heading)>\#(labels["learning.goals"])</\#(heading)>
            <ul\#(ink.lang(lesson.texts))>\#(each: text.goals, { "<li>\($0)</li>" })</ul>

            """#
        var terms = text.terms
        for (number, step) in zip(1..., lesson.steps) {
            let text = step.texts[language]
            terms += text.terms.filter { term in !terms.contains { $0.id == term.id } }
            body += #"""
                <div\#(ink.lang(step.texts))>
                <\#(heading)>\#(labels["handout.step", ["number": String(number), "title": text.title]])</\#(heading)>

                """#
            for part in text.parts { add(part, of: course, below: heading) }
            body += "</div>\n"
        }
        guard !terms.isEmpty else { return }
        body += #"""
            <\#(heading)>\#(labels["handout.terms"])</\#(heading)>
            <dl>\#(each: terms, { "<dt>\($0.word)</dt><dd>\(Self.onPaper($0.explanation))</dd>\n" })</dl>

            """#
    }

    /// - Parameter heading: that of the step; the headings in it come below.
    private mutating func add(_ part: StepPart, of course: Course, below heading: HTML) {
        switch part {
        case .prose(let html): body += #"<div class="prose">\#(Self.onPaper(html, deeper: heading == "h3" ? 2 : 1))</div>"# + "\n"
        case .checklist(let list):
            body += "<ul class=\"boxes\">\(each: list.items, { "<li>\(Self.onPaper($0.label + $0.more))</li>" })</ul>\n"
        case .question(let question): add(question)
        case .practice(let id):
            guard let practice = course.practice(id) else { return }
            body += "<p><strong>\(labels["practice.title"]): \(practice.texts[language].title)</strong></p>\n"
        case .callout(let kind, let label, let parts):
            body += #"<div class="callout callout-\#(kind.rawValue)">\#(label)"#
            for part in parts { add(part, of: course, below: heading) }
            body += "</div>\n"
        }
    }

    private mutating func add(_ question: Question) {
        body += #"""
            <div class="handout-question">
            <p><strong>\#(labels["question.label"]) \#(answers.count + 1)</strong></p>
            <p>\#(Self.onPaper(question.prompt))</p>
            \#(Self.onPaper(question.more))\#(room(for: question))</div>

            """#
        answers.append(answer(to: question))
    }

    /// Boxes to tick, and lines to write on.
    private func room(for question: Question) -> HTML {
        switch question.kind {
        case .oneAnswer(let options), .severalAnswers(let options):
            "<ul class=\"boxes\">\(each: options, { "<li>\(Self.onPaper($0.label))</li>" })</ul>\n"
        case .order(let items):
            "<ul class=\"boxes\">\(each: question.mixed, { "<li>\(Self.onPaper(items[$0].label))</li>" })</ul>\n"
        case .typed: "<p class=\"line\"></p>\n"
        case .match(let pairs):
            #"""
            \#(question.heading.map { "<p><strong>\(Self.onPaper($0.left))</strong></p>" })<ul>\#(each: pairs, { "<li>\(Self.onPaper($0.left))<p class=\"line\"></p></li>" })</ul>
            <p>\#(labels["question.match"])</p>
            \#(question.heading.map { "<p><strong>\(Self.onPaper($0.right))</strong></p>" })<ul>\#(each: question.mixed, { "<li>\(Self.onPaper(pairs[$0].right))</li>" })</ul>

            """#
        }
    }

    private func answer(to question: Question) -> HTML {
        switch question.kind {
        case .oneAnswer(let options), .severalAnswers(let options):
            "<ul>\(each: options.filter(\.isRight), { "<li>\(Self.onPaper($0.label))</li>" })</ul>"
        case .order(let items): "<ol>\(each: items, { "<li>\(Self.onPaper($0.label))</li>" })</ol>"
        case .typed(let accepted): "<p>\(accepted.map(\.text).joined(separator: " / "))</p>"
        case .match(let pairs): "<ul>\(each: pairs, { "<li>\(Self.onPaper($0.left)) → \(Self.onPaper($0.right))</li>" })</ul>"
        }
    }

    /// Every screen below the other, with all its parts.
    mutating func add(_ practice: Practice, persona: Persona?) {
        let text = practice.texts[language]
        body += #"""
            <p><strong>\#(labels["practice.banner"])</strong></p>
            <p\#(ink.lang(practice.texts))>\#(text.goal)</p>
            \#(if: !text.tasks.isEmpty, "<ul class=\"boxes\">\(each: text.tasks, { "<li>\($0.label)</li>" })</ul>\n")\#(persona.map { card($0, text) })
            """#
        for (number, screen) in zip(1..., text.screens) {
            body += #"""
                <section class="handout-screen"\#(ink.lang(practice.texts))><h2>\#(labels["handout.screen", ["number": String(number), "title": screen.title]])</h2>
                \#(each: screen.parts, { draw($0) })</section>

                """#
            for field in screen.fields {
                guard case .text(let value) = field.expected else { continue }
                answers.append("\(field.name): \(field.kind == .checkbox ? labels[value == "yes" ? "handout.ticked" : "handout.unticked"] : value)")
            }
        }
    }

    private func card(_ persona: Persona, _ text: Practice.Text) -> HTML {
        #"""
        <div class="card"\#(ink.lang(persona.card))><h2>\#(persona.name)</h2>
        \#(Self.onPaper(persona.card[language]))<dl>\#(each: text.neededDetails(of: persona), ink.detail)</dl></div>

        """#
    }

    /// What is only shown after something happened is on paper too, with the words that it is only then.
    private func draw(_ part: ScreenPart) -> HTML {
        let note: HTML = part.conditions.isEmpty ? "" : "<em>\(labels["handout.sometimes"])</em> "
        switch part.content {
        case .html(let html): return Self.onPaper(html)
        case .paragraph(let inlines): return "<p>\(note)\(each: inlines, { draw($0) })</p>\n"
        case .heading(_, let inlines): return "<h3>\(note)\(each: inlines, { draw($0) })</h3>\n"
        case .box(_, let label, let parts):
            let title: HTML = label.map { "<p><strong>\($0)</strong></p>" } ?? ""
            return "<blockquote>\(title)\(each: parts, { draw($0) })</blockquote>\n"
        case .list(_, let items):
            return "<ul>\(each: items, { item in "<li>\(each: item.inlines, { draw($0) })\(each: item.more, { draw($0) })</li>" })</ul>\n"
        case .form(let fields): return "\(each: fields, room)"
        }
    }

    /// A line to write on, a box to tick, or choices to mark.
    private func room(for field: Field) -> HTML {
        switch field.kind {
        case .checkbox: "<ul class=\"boxes\"><li>\(field.name)</li></ul>\n"
        case .choice(let choices): "<p>\(field.name)</p><ul class=\"boxes\">\(each: choices, { "<li>\($0)</li>" })</ul>\n"
        default: "<p>\(field.name)</p><p class=\"line\"></p>\n"
        }
    }

    private func draw(_ inline: ScreenPart.Inline) -> HTML {
        switch inline {
        case .html(let html): Self.onPaper(html)
        case .link(let link): "<span class=\"paper-button\">\(link.label)</span>"
        }
    }

    /// On paper nothing can be pressed: a marked word is a word.
    ///
    /// - Parameter deeper: how many levels its headings go down: they come below that of the step.
    private static func onPaper(_ html: HTML, deeper: Int = 0) -> HTML {
        var text = html.string
        guard text.contains("<button") || (deeper > 0 && text.contains("<h")) else { return html }
        text = text.replacing(/<button [^>]*>/, with: "<em>").replacing("</button>", with: "</em>")
        if deeper > 0 {
            text = text.replacing(/<(\/?)h([1-6])>/) { "<\($0.1)h\(min(6, (Int($0.2) ?? 2) + deeper))>" }
        }
        return HTML(trusted: Array(text.utf8))
    }
}
