import Courseware
import Markup

/// A question in its step, with what is said of the last answer.
struct QuestionView {
    let question: Question
    let labels: Labels
    /// The language of the author's words, where the page has another; and that of the page again.
    let lang: HTML
    let ownLang: HTML
    let action: Path
    let formID: HTML
    let answered: Answer?
    let problem: String?

    var html: HTML {
        #"""
        <section class="question" id="vraag-\#(question.id.rawValue)" aria-label="\#(labels["question.label"])"\#(ownLang)>
        \#(verdict)<form method="post" action="\#(action.text)" novalidate>
        \#(formID)<fieldset>
        <legend\#(lang)>\#(question.prompt)</legend>
        \#(theirs(question.more))\#(problem.map { #"<p class="error" id="vraag-\#(question.id.rawValue)-fout">\#($0)</p>"# as HTML })\#(hint)\#(AnswerForm(question).fields(labels, lang: lang, answered: answered))</fieldset>
        <button class="quiet">\#(labels[answered == nil ? "question.check" : "question.check-again"])</button>
        </form>
        </section>

        """#
    }

    private var hint: HTML {
        let key =
            switch question.kind {
            case .oneAnswer: "question.one"
            case .severalAnswers: "question.several"
            case .order: "question.order"
            case .typed: "question.typed"
            case .match: "question.match"
            }
        return #"<p class="help">\#(labels[key])</p>"# + "\n"
    }

    private var verdict: HTML {
        guard let answered, let verdict = question.judge(answered) else { return "" }
        return #"""
            <div class="feedback feedback-\#(verdict.isRight ? "right" : "wrong")" role="status">
            <p><strong>\#(labels[verdict.isRight ? "question.right" : "question.wrong"])</strong></p>
            \#(theirs(notes(verdict) + (question.closing ?? "")))</div>

            """#
    }

    private func theirs(_ words: HTML) -> HTML { lang.isEmpty || words.isEmpty ? words : "<div\(lang)>\(words)</div>\n" }

    private func notes(_ verdict: Verdict) -> HTML {
        verdict.notes.filter { isShown($0, verdict) }.reduce(into: HTML()) { $0 += note($1) }
    }

    /// The notes of things that are put in order would give the order away.
    private func isShown(_ note: Verdict.Note, _ verdict: Verdict) -> Bool {
        if case .order = question.kind { return verdict.isRight }
        return true
    }

    private func note(_ note: Verdict.Note) -> HTML {
        guard let feedback = note.feedback else { return "" }
        switch question.kind {
        case .severalAnswers(let options), .order(let options):
            return "<div class=\"note\"><p><em>\(options[note.place].label)</em></p>\(feedback)</div>\n"
        case .oneAnswer, .typed, .match: return feedback
        }
    }
}
