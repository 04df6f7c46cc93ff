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
        var day = ""
        var minutes = ""
        var result = ""
        var signatory = MandateEvent.Signatory.citizen.rawValue
        /// The names of the boxes that were ticked.
        var ticks: Set<String> = []
    }

    let ink: Ink
    let viewer: Account
    let view: MandateView
    let now: Instant
    /// The helper was away for a while.
    var needsCode: Bool
    let text: MandateText?
    var refusal: MandateRefusal?
    var typed = Typed()

    var seen: SeenMandate { view.seen }
    var mandate: Mandate { view.seen.mandate }
    var labels: Labels { ink.labels }
    var words: MandateWords { MandateWords(ink) }
    var state: Mandate.State { mandate.state(at: now) }
    var isCitizen: Bool { viewer.id == mandate.citizen }
    var isHelper: Bool { viewer.id == mandate.helper }

    var title: String { labels["mandate.title", ["service": ink.title(of: mandate.service)]] }
    var hasErrors: Bool { refusal != nil }

    var main: HTML {
        #"""
        <div class="narrow">
        <p class="trail"><a href="\#(back.text)">\#(labels["mandate.back"])</a></p>
        <h1>\#(title)</h1>
        \#(summary)<p class="mandate-state"><strong>\#(words.state(state))</strong></p>
        \#(MandateFacts(page: self).html)\#(official)\#(view.match.map(contact))\#(agreement)\#(MandateChoices(page: self).html)\#(done)</div>
        """#
    }

    private var back: Path {
        if isCitizen { return .help }
        if isHelper { return .helperDesk }
        return viewer.has(.coordinator) ? .coordination : .desk
    }

    private var summary: HTML {
        guard let refusal else { return "" }
        return ErrorSummary(title: labels["form.summary"], problems: [(field(of: refusal), words.refusal(refusal))]).html
    }

    private func field(of refusal: MandateRefusal) -> String {
        switch refusal {
        case .wrongCode: "code"
        case .notDeclared: "zelf"
        case .notSeen: "persoon"
        case .codeDue, .wrongOneTimeCode: "eenmalige-code"
        case .dayUnfit: "datum"
        case .minutesUnfit: "minuten"
        case .resultUnfit, .secret: "resultaat"
        case .durationUnfit: "duur"
        case .outOfScope where isHelper: "handeling"
        case .notConfirmed, .confirmedAlready, .notAgreed, .agreedAlready, .suspended, .notSuspended, .ended, .notYours,
            .outOfScope, .representativeNeeded, .answeredAlready, .notRenewable, .helperUnfit:
            "inhoud"
        }
    }

    /// The sentence at a field, where that is what was wrong.
    func problem(_ refusals: MandateRefusal...) -> String? {
        refusal.flatMap { refusals.contains($0) ? words.refusal($0) : nil }
    }

    /// What the citizen arranged with the organisation itself, where it has mandates of its own.
    private var official: HTML {
        guard let service = ink.library.service(mandate.service), service.officialMandate != nil, isCitizen || isHelper
        else { return "" }
        let link: HTML = #"<p><a href="\#(Path.officialMandate(service.id).text)">\#(labels["official.title", ["organisation": service.organisation]])</a></p>"#
        return #"""
            \#(each: view.official, { OfficialNote(ink: ink, service: service, mandate: $0, today: Day(now)).html })\#(if: isCitizen, link)

            """#
    }

    /// Between the two of it only.
    private func contact(_ match: HelperMatchID) -> HTML {
        let other = isCitizen ? labels.name(seen.helperName) : labels.name(seen.citizenName)
        return #"<p><a class="button quiet" href="\#(Path.conversation(match).text)">\#(labels["messages.with", ["other": other]])</a></p>"# + "\n"
    }

    /// The dated words, with the hash that shows they are these.
    private var agreement: HTML {
        guard let text else { return "" }
        let wording = text.texts[ink.language]
        return #"""
            <details class="prose"\#(if: state == .offered, " open")><summary>\#(labels["mandate.text"])</summary>
            <div\#(ink.lang(text.texts))>\#(wording.body)</div>
            \#(if: ink.language != text.texts.source, "<p>\(labels["mandate.translation"])</p>\n")<p class="small">\#(labels["mandate.hash"]) <span class="key">\#(mandate.textHash)</span></p>
            </details>
            <p><a href="\#(Path.paper(mandate.id).text)">\#(labels["paper.print"])</a></p>
            \#(if: isRunning, #"<p><a href="\#(Path.proof(mandate.id).text)">\#(labels["proof.running"])</a></p>"# + "\n")
            """#
    }

    /// Agreed, and not ended: it can be shown to others.
    private var isRunning: Bool { state == .active || state == .suspended }

    private var done: HTML {
        #"""
        \#(if: isCitizen || isHelper || viewer.has(.coordinator), actList)<h2>\#(labels["mandate.history"])</h2>
        <ul>
        <li>\#(ink.moment(mandate.offeredAt)): \#(labels["mandate-event.offered"])</li>
        \#(each: mandate.events, { "<li>\(ink.moment($0.at)): \(words.event($0.deed, in: mandate.service))</li>\n" })</ul>

        """#
    }

    private var actList: HTML {
        #"""
        <h2>\#(labels["act.done"])</h2>
        \#(if: view.acts.isEmpty, "<p>\(labels["act.nothing"])</p>")<ul class="acts">
        \#(each: view.acts, sentence)</ul>

        """#
    }

    private func sentence(_ act: RecordedAct) -> HTML {
        let values = [
            "helper": labels.name(seen.helperName), "when": act.doneOn.map { ink.day($0) } ?? "",
            "act": ink.label(of: act.kind, in: mandate.service), "minutes": String(act.minutes),
        ]
        let answer = act.answer.map { labels["act-answer.\($0.rawValue)"] } ?? labels["act-answer.none"]
        if isCitizen, act.answer == nil {
            return #"<li>\#(ActQuestion(ink: ink, act: act, seen: seen, heading: "h3").html)</li>"# + "\n"
        }
        return "<li>\(labels["act.sentence", values]) “\(act.result)” <em>\(answer)</em></li>\n"
    }
}

extension MandatePage.Typed {
    init(_ form: Form) {
        self.init(
            act: form["handeling"], day: form["datum"], minutes: form["minuten"], result: form["resultaat"],
            signatory: form["ondertekenaar"], ticks: Set(["zelf", "persoon", "papier"].filter(form.has)))
    }
}

/// Who, what and until when; what was taken back is struck through.
struct MandateFacts {
    let page: MandatePage

    var html: HTML {
        let (ink, mandate, labels) = (page.ink, page.mandate, page.labels)
        return #"""
            <dl>
            <dt>\#(labels["mandate.citizen"])</dt><dd>\#(labels.name(page.seen.citizenName))</dd>
            <dt>\#(labels["mandate.helper"])</dt><dd>\#(labels.name(page.seen.helperName))</dd>
            <dt>\#(labels["mandate.until"])</dt><dd>\#(ink.moment(mandate.validUntil))</dd>
            </dl>
            \#(if: mandate.needsConfirmation, HighRiskWarning(ink: ink).html)<h2>\#(labels["mandate.scope"])</h2>
            <ul>\#(each: mandate.acts, { act in
                mandate.scope.contains(act) ? "<li>\(ink.label(of: act, in: mandate.service))</li>" : "<li><s>\(ink.label(of: act, in: mandate.service))</s> (\(labels["mandate.taken-back"]))</li>"
            })</ul>

            """#
    }
}
