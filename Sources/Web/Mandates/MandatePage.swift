import Accounts
import Courseware
import Mandates
import Markup
import Storage

/// A mandate: what was agreed, how it stands, what was done, and what this viewer can do.
struct MandatePage: Page {
    /// What came back with a form that was refused.
    struct Typed: Sendable {
        var act = ""
        var minutes = ""
        var result = ""
    }

    let ink: Ink
    let viewer: Account
    let seen: SeenMandate
    let acts: [RecordedAct]
    let now: Instant
    let text: MandateText?
    var refusal: MandateRefusal?
    var typed = Typed()

    private var mandate: Mandate { seen.mandate }
    private var labels: Labels { ink.labels }
    private var words: MandateWords { MandateWords(ink) }
    private var state: Mandate.State { mandate.state(at: now) }
    private var isCitizen: Bool { viewer.id == mandate.citizen }
    private var isHelper: Bool { viewer.id == mandate.helper }

    var title: String { labels["mandate.title", ["service": ink.title(of: mandate.service)]] }
    var hasErrors: Bool { refusal != nil }

    var main: HTML {
        #"""
        <div class="narrow">
        <p class="trail"><a href="\#((isCitizen ? Path.help : isHelper ? .helperDesk : .coordination).text)">\#(labels["mandate.back"])</a></p>
        <h1>\#(title)</h1>
        \#(summary)<p class="mandate-state"><strong>\#(words.state(state))</strong></p>
        <dl>
        <dt>\#(labels["mandate.citizen"])</dt><dd>\#(seen.citizenName)</dd>
        <dt>\#(labels["mandate.helper"])</dt><dd>\#(seen.helperName)</dd>
        <dt>\#(labels["mandate.until"])</dt><dd>\#(ink.moment(mandate.validUntil))</dd>
        </dl>
        <h2>\#(labels["mandate.scope"])</h2>
        <ul>\#(each: mandate.acts, { "<li>\(ink.label(of: $0, in: mandate.service))</li>" })</ul>
        \#(agreement)\#(choices)\#(done)</div>
        """#
    }

    private var summary: HTML {
        guard let refusal else { return "" }
        return ErrorSummary(title: labels["form.summary"], problems: [(field(of: refusal), words.refusal(refusal))]).html
    }

    private func field(of refusal: MandateRefusal) -> String {
        switch refusal {
        case .wrongCode: "code"
        case .minutesUnfit: "minuten"
        case .resultUnfit, .citizenNumber: "resultaat"
        case .notAgreed, .agreedAlready, .suspended, .notSuspended, .ended, .notYours, .outOfScope: "inhoud"
        }
    }

    /// The dated words, with the hash that shows they are these.
    private var agreement: HTML {
        guard let text else { return "" }
        let wording = text.texts[ink.language]
        return #"""
            <details class="prose"\#(if: state == .offered, " open")><summary>\#(labels["mandate.text"])</summary>
            <div\#(ink.lang(text.texts))>\#(wording.body)</div>
            <p class="small">\#(labels["mandate.hash"]) <span class="key">\#(mandate.textHash)</span></p>
            </details>

            """#
    }

    private var choices: HTML {
        switch (state, isCitizen, isHelper) {
        case (.offered, true, _): consent
        case (.active, true, _), (.suspended, true, _): button(.revoked, isDanger: true)
        case (.active, _, true): record + button(.returned)
        case (.offered, _, true), (.suspended, _, true): button(.returned)
        case (.active, false, false): button(.suspended)
        case (.suspended, false, false): button(.resumed)
        case (.offered, false, false), (.ended, _, _): ""
        }
    }

    private var consent: HTML {
        #"""
        <h2>\#(labels["mandate.agree-title"])</h2>
        <form method="post" action="\#(Path.consent(mandate.id).text)" novalidate>
        \#(ink.formID)\#(TextField(name: "code", label: labels["sign-in.code"], help: labels["mandate.code-help"], error: refusal == .wrongCode ? words.refusal(.wrongCode) : nil).html)
        <button>\#(labels["mandate.agree"])</button>
        </form>
        \#(button(.refused))
        """#
    }

    private func button(_ kind: MandateEvent.Kind, isDanger: Bool = false) -> HTML {
        #"""
        <form method="post" action="\#(Path.deed(kind, mandate.id).text)">
        \#(ink.formID)<p class="help">\#(labels["mandate-deed.\(kind.rawValue)-help"])</p>
        <button class="\#(isDanger ? "danger" : "quiet")">\#(labels["mandate-deed.\(kind.rawValue)"])</button>
        </form>

        """#
    }

    private var record: HTML {
        #"""
        <h2>\#(labels["act.title"])</h2>
        <form method="post" action="\#(Path.acts(mandate.id).text)" novalidate>
        \#(ink.formID)<div class="field"><label for="handeling">\#(labels["act.kind"])</label>
        <select id="handeling" name="handeling">\#(each: mandate.acts, { act in
            "<option value=\"\(act.rawValue)\"\(if: typed.act == act.rawValue, " selected")>\(ink.label(of: act, in: mandate.service))</option>"
        })</select></div>
        \#(TextField(name: "minuten", label: labels["act.minutes"], kind: .digits, value: typed.minutes, error: refusal == .minutesUnfit ? words.refusal(.minutesUnfit) : nil).html)\#(TextField(name: "resultaat", label: labels["act.result"], help: labels["act.result-help"], value: typed.result, error: resultProblem).html)
        <button>\#(labels["act.keep"])</button>
        </form>

        """#
    }

    private var resultProblem: String? {
        guard let refusal, refusal == .resultUnfit || refusal == .citizenNumber else { return nil }
        return words.refusal(refusal)
    }

    private var done: HTML {
        #"""
        <h2>\#(labels["act.done"])</h2>
        \#(if: acts.isEmpty, "<p>\(labels["act.nothing"])</p>")<ul class="acts">
        \#(each: acts, sentence)</ul>
        <h2>\#(labels["mandate.history"])</h2>
        <ul>
        <li>\#(ink.moment(mandate.offeredAt)): \#(labels["mandate-event.offered"])</li>
        \#(each: mandate.events, { "<li>\(ink.moment($0.at)): \(labels["mandate-event.\($0.kind.rawValue)"])</li>\n" })</ul>

        """#
    }

    private func sentence(_ act: RecordedAct) -> HTML {
        let values = [
            "helper": seen.helperName, "when": ink.moment(act.at),
            "act": ink.label(of: act.kind, in: mandate.service), "minutes": String(act.minutes),
        ]
        return "<li>\(labels["act.sentence", values]) “\(act.result)”</li>\n"
    }
}
