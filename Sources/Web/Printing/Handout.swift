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
        var terms: [Term] = []
        for (number, step) in zip(1..., lesson.steps) {
            let text = step.texts[language]
            terms += text.terms.filter { term in !terms.contains { $0.id == term.id } }
            body += #"""
                <div\#(ink.lang(step.texts))>
                <\#(heading)>\#(labels["handout.step", ["number": String(number), "title": text.title]])</\#(heading)>

                """#
            for part in text.parts { add(part, of: course) }
            body += "</div>\n"
        }
        guard !terms.isEmpty else { return }
        body += #"""
            <\#(heading)>\#(labels["handout.terms"])</\#(heading)>
            <dl>\#(each: terms, { "<dt>\($0.word)</dt><dd>\(Self.onPaper($0.explanation))</dd>\n" })</dl>

            """#
    }

    private mutating func add(_ part: StepPart, of course: Course) {
        switch part {
        case .prose(let html): body += #"<div class="prose">\#(Self.onPaper(html))</div>"# + "\n"
        case .checklist(let list): body += "<ul class=\"boxes\">\(each: list.items, { "<li>\(Self.onPaper($0.label))</li>" })</ul>\n"
        case .question(let question): add(question)
        case .practice(let id):
            guard let practice = course.practice(id) else { return }
            body += "<p><strong>\(labels["practice.title"]): \(practice.texts[language].title)</strong></p>\n"
        }
    }

    private mutating func add(_ question: Question) {
        body += #"""
            <div class="handout-question">
            <p><strong>\#(labels["question.label"]) \#(answers.count + 1)</strong></p>
            \#(Self.onPaper(question.prompt))\#(room(for: question))</div>

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
            <ul>\#(each: pairs, { "<li>\(Self.onPaper($0.left))<p class=\"line\"></p></li>" })</ul>
            <p>\#(labels["question.match"])</p>
            <ul>\#(each: question.mixed, { "<li>\(Self.onPaper(pairs[$0].right))</li>" })</ul>

            """#
        }
    }

    private func answer(to question: Question) -> HTML {
        switch question.kind {
        case .oneAnswer(let options), .severalAnswers(let options):
            "<ul>\(each: options.filter(\.isRight), { "<li>\(Self.onPaper($0.label))</li>" })</ul>"
        case .order(let items): "<ol>\(each: items, { "<li>\(Self.onPaper($0.label))</li>" })</ol>"
        case .typed(let accepted, _): "<p>\(accepted.joined(separator: " / "))</p>"
        case .match(let pairs): "<ul>\(each: pairs, { "<li>\(Self.onPaper($0.left)) → \(Self.onPaper($0.right))</li>" })</ul>"
        }
    }

    /// Every screen below the other, with all its parts.
    mutating func add(_ practice: Practice, persona: Persona?) {
        let text = practice.texts[language]
        body += #"""
            <p><strong>\#(labels["practice.banner"])</strong></p>
            <p\#(ink.lang(practice.texts))>\#(text.goal)</p>
            \#(if: !text.tasks.isEmpty, "<ul class=\"boxes\">\(each: text.tasks, { "<li>\($0.label)</li>" })</ul>\n")\#(persona.map { Self.card($0, text, language) })
            """#
        for (number, screen) in zip(1..., text.screens) {
            body += #"""
                <section class="handout-screen"><h2>\#(labels["handout.screen", ["number": String(number), "title": screen.title]])</h2>
                \#(each: screen.parts, { Self.draw($0) })</section>

                """#
            for field in screen.fields {
                if case .text(let value) = field.expected { answers.append("\(field.name): \(value)") }
            }
        }
    }

    private static func card(_ persona: Persona, _ text: Practice.Text, _ language: Language) -> HTML {
        #"""
        <div class="card"><h2>\#(persona.name)</h2>
        \#(onPaper(persona.card[language]))<dl>\#(each: text.neededDetails(of: persona), { "<dt>\($0.name)</dt><dd>\($0.value)</dd>" })</dl></div>

        """#
    }

    private static func draw(_ part: ScreenPart) -> HTML {
        switch part.content {
        case .html(let html): onPaper(html)
        case .paragraph(let inlines): "<p>\(each: inlines, { draw($0) })</p>\n"
        case .list(_, let items): "<ul>\(each: items, { "<li>\(each: $0.inlines, { draw($0) })</li>" })</ul>\n"
        case .form(let fields): "\(each: fields, { "<p>\($0.name)</p><p class=\"line\"></p>\n" })"
        }
    }

    private static func draw(_ inline: ScreenPart.Inline) -> HTML {
        switch inline {
        case .html(let html): onPaper(html)
        case .link(let link): "<span class=\"paper-button\">\(link.label)</span>"
        }
    }

    /// On paper nothing can be pressed: a marked word is a word.
    private static func onPaper(_ html: HTML) -> HTML {
        guard html.string.contains("<button") else { return html }
        let text = html.string.replacing(/<button [^>]*>/, with: "<em>").replacing("</button>", with: "</em>")
        return HTML(trusted: Array(text.utf8))
    }
}
