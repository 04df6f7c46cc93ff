import Courseware
import Markup

/// A screen of a practice website, in a frame that says all the time that this is practising.
struct PracticePage: Page {
    struct Mistake: Sendable {
        enum Kind: String, Sendable {
            /// Not what the card says.
            case wrong
            /// It could be somebody's real number.
            case citizenNumber = "citizen-number"
        }

        /// Its place in the screen's fields.
        let field: Int
        let kind: Kind
    }

    let ink: Ink
    let course: Course
    let practice: Practice
    let screen: Screen
    let state: PracticeState
    let persona: Persona?
    private(set) var mistakes: [Mistake] = []
    /// What was typed, to show again; never passwords and codes.
    private var typed: [Int: String] = [:]

    init(
        ink: Ink, course: Course, practice: Practice, screen: Screen, state: PracticeState, persona: Persona?
    ) {
        self.ink = ink
        self.course = course
        self.practice = practice
        self.screen = screen
        self.state = state
        self.persona = persona
    }

    private var labels: Labels { ink.labels }
    private var text: Practice.Text { practice.texts[ink.language] }
    private var isDone: Bool { practice.isDone(state.flags, on: screen.id) }

    var kind: PageKind { .practice }
    var hasErrors: Bool { !mistakes.isEmpty }
    var title: String { "\(labels["practice.title"]): \(screen.title)" }

    /// Compares what came back with what is right.
    mutating func check(_ form: Form) {
        for (place, field) in screen.fields.enumerated() {
            let value = field.kind == .checkbox ? (form.has("veld-\(place)") ? "yes" : "no") : form.raw("veld-\(place)")
            let own = persona?.details.map { $0.value.filter(\.isNumber) } ?? []
            if CitizenNumber.found(in: value).contains(where: { !own.contains($0.digits) }) {
                mistakes.append(Mistake(field: place, kind: .citizenNumber))
            } else {
                if ![.password, .code].contains(field.kind) { typed[place] = value }
                if !field.accepts(value) { mistakes.append(Mistake(field: place, kind: .wrong)) }
            }
        }
    }

    var main: HTML {
        #"""
        <p class="practice-banner"><strong>\#(labels["practice.banner"])</strong> \#(labels["practice.banner-more"])</p>
        \#(ReadAloud(labels).html)<div class="practice">
        <div class="practice-site"\#(ink.lang(practice.texts))>
        <p class="address-bar"><span class="visually-hidden">\#(labels["practice.address-bar"])</span> <span aria-hidden="true">⌂</span> \#(text.address)</p>
        <div class="practice-screen">
        <p class="practice-site-name">\#(text.site)</p>
        \#(summary)<h1>\#(screen.title)</h1>
        <form method="post" action="\#(Path.screen(course.id, practice.id, screen.id).text)" autocomplete="off" novalidate>
        \#(ink.formID)\#(each: state.fields, { #"<input type="hidden" name="\#($0.name)" value="\#($0.value)">"# })
        \#(ScreenDrawing(page: self, typed: typed).html)</form>
        </div>
        </div>
        <aside class="practice-side" aria-label="\#(labels["practice.side"])">
        \#(if: isDone, done)<h2>\#(labels["practice.goal"])</h2>
        <p\#(ink.lang(practice.texts))>\#(text.goal)</p>
        \#(if: !text.tasks.isEmpty, tasks)\#(card)\#(if: !isDone, wayBack)<p class="no-print"><a href="\#(Path.print(course.id, practice.id).text)">\#(labels["handout.open"])</a></p>
        </aside>
        </div>
        """#
    }

    private var summary: HTML {
        ErrorSummary(
            title: labels["form.summary"],
            problems: mistakes.map { ("veld-\($0.field)", sentence($0)) }
        ).html
    }

    func sentence(_ mistake: Mistake) -> String {
        labels["practice.\(mistake.kind.rawValue)", ["field": screen.fields[mistake.field].name]]
    }

    private var tasks: HTML {
        #"""
        <ul class="tasks"\#(ink.lang(practice.texts))>
        \#(each: text.tasks, { task in
            let isDone = state.flags.contains(task.flag)
            let word = labels[isDone ? "practice.task-done" : "practice.task-open"]
            return "<li><span aria-hidden=\"true\">\(isDone ? "☑" : "☐")</span> \(task.label)<span class=\"visually-hidden\"> (\(word))</span></li>\n"
        })</ul>

        """#
    }

    private var card: HTML {
        guard let persona else { return "" }
        return #"""
            <div class="card persona"\#(ink.lang(persona.card))>
            <h2>\#(persona.name)</h2>
            \#(persona.card[ink.language])<dl>\#(each: text.neededDetails(of: persona), ink.detail)</dl>
            </div>

            """#
    }

    private var done: HTML {
        #"""
        <div class="feedback feedback-right" role="status">
        <p><strong>\#(labels["practice.done"])</strong></p>
        \#(wayBack)</div>

        """#
    }

    private var wayBack: HTML {
        let path = state.place(of: practice, in: course).map { Path.step(course.id, $0.lesson.id, $0.step.id) }
        return #"<p><a\#(if: isDone, #" class="button""#) href="\#((path ?? .course(course.id)).text)">\#(labels["practice.back"])</a></p>"#
            + "\n"
    }
}
