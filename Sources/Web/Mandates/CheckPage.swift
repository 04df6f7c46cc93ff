import Courseware
import Mandates
import Markup
import Storage

/// What a desk clerk is told of the code on a paper: whether it holds, for which service and until when, and the initials of
/// both. Nothing else.
struct CheckPage: Page {
    let ink: Ink
    let code: CheckCode
    /// Nothing where there is no such code.
    let checked: CheckedMandate?
    let now: Instant

    private var labels: Labels { ink.labels }
    private var answer: CheckedMandate.Answer? { checked?.answer(at: now) }
    private var key: String { answer?.rawValue ?? "unknown" }
    var title: String { labels["check-answer.\(key)"] }

    var main: HTML {
        #"""
        <div class="narrow">
        <p class="trail"><a href="\#(Path.check.text)">\#(labels["check.again"])</a></p>
        <h1>\#(title)</h1>
        <div class="callout\#(if: answer != .valid, " callout-warning")"><p>\#(labels["check-advice.\(key)"])</p></div>
        <dl>
        <dt>\#(labels["check.code"])</dt><dd class="key">\#(code.groups.joined(separator: " "))</dd>
        \#(checked.map(facts))</dl>
        \#(if: answer == .valid, checked.map(scope) ?? "")</div>
        """#
    }

    private func facts(_ checked: CheckedMandate) -> HTML {
        #"""
        <dt>\#(labels[answer == .ended ? "proof.service" : "check.service"])</dt><dd>\#(ink.title(of: checked.mandate.service))</dd>
        <dt>\#(labels["mandate.citizen"])</dt><dd>\#(letters(checked.citizen))</dd>
        <dt>\#(labels["mandate.helper"])</dt><dd>\#(letters(checked.helper))</dd>
        <dt>\#(labels[answer == .ended ? "check.held-until" : "mandate.until"])</dt><dd>\#(ink.moment(checked.until(at: now)))</dd>

        """#
    }

    /// Somebody who was erased has no name any more.
    private func letters(_ initials: Initials) -> String {
        initials.text.isEmpty ? labels["check.no-initials"] : initials.text
    }

    private func scope(_ checked: CheckedMandate) -> HTML {
        #"""
        <h2>\#(labels["mandate.scope"])</h2>
        <ul>\#(each: checked.mandate.scope, { "<li>\(ink.label(of: $0, in: checked.mandate.service))</li>" })</ul>
        <p class="help">\#(labels["check.you"])</p>
        <p>\#(labels["check.no-access"])</p>
        <p><a class="button quiet" href="\#(Path.statement(checked.code).text)" download>\#(labels["check.statement"])</a></p>
        <p class="help">\#(labels["check.statement-help"])</p>

        """#
    }
}
