import Accounts
import Coaching
import Courseware
import Learning
import Markup
import Storage

/// What one learner did, lesson by lesson, with the tries at each question.
struct AttemptsPage: Page {
    let ink: Ink
    let group: GroupID
    let attempts: Attempts

    private var labels: Labels { ink.labels }
    var title: String { attempts.member.name }

    var main: HTML {
        #"""
        <p class="trail"><a href="\#(Path.group(group).text)">\#(labels["coaching.back"])</a></p>
        <h1>\#(title)</h1>
        \#(if: attempts.progress.isEmpty, "<p>\(labels["coaching.nothing-yet"])</p>")\#(each: attempts.progress, lesson)<h2>\#(labels["coaching.card"])</h2>
        <p>\#(labels["coaching.card-lost"])</p>
        <form method="post" action="\#(Path.card(group, attempts.member.account).text)">
        <button class="quiet">\#(labels["coaching.new-card"])</button>
        </form>
        \#(if: ink.account?.has(.coordinator) == true, erasure)
        """#
    }

    private var erasure: HTML {
        #"""
        <p><a href="\#(Path.erasure(of: attempts.member.account).text)">\#(labels["erasure.link"])</a></p>
        """#
    }

    private func lesson(_ progress: LessonProgress) -> HTML {
        let lesson = ink.library.lesson(progress.lesson, of: progress.course)
        let title = lesson?.texts[ink.language].title ?? progress.lesson.rawValue
        let events = attempts.events.filter { $0.course == progress.course && $0.lesson == progress.lesson }
        return #"""
            <section class="card">
            <h2>\#(title)</h2>
            <p>\#(StateMark(progress.state, labels).html)</p>
            \#(if: progress.state == .needsHelp, helped(progress))<ol class="attempts">
            \#(each: events, { "<li>\(sentence($0, lesson))</li>\n" })</ol>
            </section>

            """#
    }

    private func helped(_ progress: LessonProgress) -> HTML {
        #"""
        <form method="post" action="\#(Path.helped(group, attempts.member.account).text)">
        \#(ink.formID)<input type="hidden" name="cursus" value="\#(progress.course.rawValue)">
        <input type="hidden" name="les" value="\#(progress.lesson.rawValue)">
        <button>\#(labels["coaching.helped"])</button>
        </form>

        """#
    }

    private func sentence(_ event: LearningEvent, _ lesson: Lesson?) -> HTML {
        let step = event.step.flatMap { id in lesson?.step(id) }
        let title = step?.texts[ink.language].title ?? event.step?.rawValue ?? ""
        switch event.deed {
        case .completed: return "\(labels["event.completed", ["step": title]])"
        case .answered(let id, let answer, let isRight):
            let question = step?.question(id, in: ink.language)
            let said = question.map { AnswerText($0, answer).html } ?? "\(id.rawValue)"
            return "\(title): \(said) <strong>\(labels[isRight ? "event.right" : "event.wrong"])</strong>"
        case .ticked: return "\(labels["event.ticked", ["step": title]])"
        case .unticked: return "\(labels["event.unticked", ["step": title]])"
        case .practised: return "\(labels["event.practised", ["step": title]])"
        case .stumbled(_, let fields):
            return "\(labels["event.stumbled", ["step": title, "fields": fields.joined(separator: ", ")]])"
        case .askedForHelp: return "\(labels["event.asked-for-help", ["step": title]])"
        case .helped: return "\(labels["event.helped"])"
        case .finished: return "\(labels["event.finished"])"
        }
    }
}

/// An answer in words.
struct AnswerText {
    private let question: Question
    private let answer: Answer

    init(_ question: Question, _ answer: Answer) {
        self.question = question
        self.answer = answer
    }

    var html: HTML {
        switch (question.kind, answer) {
        case (.oneAnswer(let options), .chosen(let places)), (.severalAnswers(let options), .chosen(let places)):
            joined(places.sorted().filter(options.indices.contains).map { options[$0].label })
        case (.order(let items), .ordered(let places)):
            joined(places.filter(items.indices.contains).map { items[$0].label })
        case (.match(let pairs), .matched(let places)):
            joined(
                zip(pairs.indices, places).filter { pairs.indices.contains($0.1) }.map {
                    "\(pairs[$0.0].left) → \(pairs[$0.1].right)"
                })
        case (_, .typed(let text)): "“\(text)”"
        default: ""
        }
    }

    private func joined(_ parts: [HTML]) -> HTML {
        parts.enumerated().reduce(into: HTML()) { html, part in
            if part.offset > 0 { html += ", " }
            html += part.element
        }
    }
}
