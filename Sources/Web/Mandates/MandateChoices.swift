import Accounts
import Courseware
import Mandates
import Markup
import Storage

/// What a viewer can do with a mandate, as it stands now.
struct MandateChoices {
    let page: MandatePage

    private var ink: Ink { page.ink }
    private var labels: Labels { page.labels }
    private var mandate: Mandate { page.mandate }

    var html: HTML {
        if case .ended = page.state { return proof }
        if page.isCitizen { return citizen }
        if page.isHelper { return helper }
        return (page.viewer.has(.coordinator) ? coordinator : "") + atDesk
    }

    private var proof: HTML {
        #"<p><a class="button" href="\#(Path.proof(mandate.id).text)">\#(labels["mandate.proof"])</a></p>"# + "\n"
    }

    private var citizen: HTML {
        switch page.state {
        case .unconfirmed: "<p>\(labels["mandate.wait-for-coordinator"])</p>\n" + button(.refuse)
        case .offered: consent + button(.refuse)
        case .active, .suspended: takeBack(fields: "") + button(.revoke, isDanger: true)
        case .ended: ""
        }
    }

    private var helper: HTML {
        guard page.state == .active else { return button(.giveBack) }
        return RecordForm(page: page).html + renewal + button(.giveBack)
    }

    private var coordinator: HTML {
        switch page.state {
        case .unconfirmed: button(.confirm)
        case .active: button(.suspend)
        case .suspended: button(.resume)
        case .offered, .ended: ""
        }
    }

    private func button(_ button: MandateButton, isDanger: Bool = false, fields: HTML = "") -> HTML {
        #"""
        <form method="post" action="\#(Path.deed(button, mandate.id).text)">
        \#(ink.formID)\#(fields)<p class="help">\#(labels["mandate-deed.\(button.rawValue)-help"])</p>
        <button class="\#(isDanger ? "danger" : "quiet")">\#(labels["mandate-deed.\(button.rawValue)"])</button>
        </form>

        """#
    }

    private var consent: HTML {
        #"""
        <h2>\#(labels["mandate.agree-title"])</h2>
        <form method="post" action="\#(Path.consent(mandate.id).text)" novalidate>
        \#(ink.formID)\#(Tick(name: "zelf", label: labels["mandate.declare"], isTicked: page.typed.ticks.contains("zelf"), error: page.problem(.notDeclared)).html)<p class="help">\#(labels["mandate.declare-help"])</p>
        \#(TextField(name: "code", label: labels["sign-in.code"], help: labels["mandate.code-help"], error: page.problem(.wrongCode)).html)
        <button>\#(labels["mandate.agree"])</button>
        </form>

        """#
    }

    /// One button for each act that is left, where there is more than one.
    private func takeBack(fields: HTML) -> HTML {
        guard mandate.scope.count > 1 else { return "" }
        return #"""
            <details><summary>\#(labels["mandate.take-back"])</summary>
            <ul>\#(each: mandate.scope, { act in
                #"<li><form method="post" action="\#(Path.withdrawal(act, mandate.id).text)">\#(ink.formID)\#(fields)<button class="quiet">\#(labels["mandate.stop-act", ["act": ink.label(of: act, in: mandate.service)]])</button></form></li>"#
            })</ul></details>

            """#
    }

    private var renewal: HTML {
        guard mandate.endsSoon(at: page.now), let service = ink.library.service(mandate.service) else { return "" }
        if page.view.isRenewed { return "<p>\(labels["renewal.offered"])</p>\n" }
        return #"""
            <h2>\#(labels["renewal.title"])</h2>
            <form method="post" action="\#(Path.renewal(mandate.id).text)">
            \#(ink.formID)<p class="help">\#(labels["renewal.help"])</p>
            \#(DurationChoice(ink: ink, service: service).html)<button class="quiet">\#(labels["renewal.send"])</button>
            </form>

            """#
    }

    private var atDesk: HTML {
        let isAgreed = page.state == .active || page.state == .suspended
        return #"""
            <h2>\#(labels["desk.title"])</h2>
            \#(if: page.state == .offered, paper)\#(each: [MandateEvent.Channel.desk, .phone], { channel in
                let field: HTML = #"<input type="hidden" name="wijze" value="\#(channel.rawValue)">"#
                return #"<details><summary>\#(labels["desk-stop.\(channel.rawValue)"])</summary>\#(if: isAgreed, takeBack(fields: field))\#(button(.revoke, isDanger: true, fields: field))</details>"# + "\n"
            })
            """#
    }

    /// The paper was signed: who saw it says so.
    private var paper: HTML {
        #"""
        <form method="post" action="\#(Path.consentOnPaper(mandate.id).text)" novalidate>
        \#(ink.formID)\#(Choices(name: "ondertekenaar", question: labels["paper.signatory"], kind: .one, options: MandateEvent.Signatory.allCases.map { .init(value: $0.rawValue, label: labels["signatory.\($0.rawValue)"], isChosen: $0.rawValue == page.typed.signatory) }).html)\#(Tick(name: "persoon", label: labels["paper.saw-person"], isTicked: page.typed.ticks.contains("persoon"), error: page.problem(.notSeen)).html)\#(Tick(name: "papier", label: labels["paper.saw-paper"], isTicked: page.typed.ticks.contains("papier")).html)<button>\#(labels["paper.agree"])</button>
        </form>

        """#
    }
}

/// The helper writes down what was done.
struct RecordForm {
    let page: MandatePage

    private var labels: Labels { page.labels }
    /// What was chosen may not be done any more: nothing is chosen in its place.
    private var isGone: Bool { page.refusal == .outOfScope }

    var html: HTML {
        let (ink, mandate, typed) = (page.ink, page.mandate, page.typed)
        return #"""
            <h2>\#(labels["act.title"])</h2>
            <form method="post" action="\#(Path.acts(mandate.id).text)" novalidate>
            \#(ink.formID)<div class="field\#(if: isGone, " field-wrong")"><label for="handeling">\#(labels["act.kind"])</label>\#(page.problem(.outOfScope).map { #"<p class="error" id="handeling-error">\#($0)</p>"# as HTML })
            <select id="handeling" name="handeling"\#(if: isGone, #" aria-invalid="true" aria-describedby="handeling-error""#)>\#(if: isGone, "<option value=\"\">\(labels["question.choose"])</option>")\#(each: mandate.scope, { act in
                "<option value=\"\(act.rawValue)\"\(if: typed.act == act.rawValue, " selected")>\(ink.label(of: act, in: mandate.service))</option>"
            })</select></div>
            \#(TextField(name: "datum", label: labels["act.day"], kind: .day, value: typed.day.isEmpty ? Day(page.now).rawValue : typed.day, error: page.problem(.dayUnfit)).html)\#(TextField(name: "minuten", label: labels["act.minutes"], kind: .digits, value: typed.minutes, error: page.problem(.minutesUnfit)).html)\#(TextField(name: "resultaat", label: labels["act.result"], help: labels["act.result-help"], value: typed.result, error: page.problem(.resultUnfit, .secret(.citizenNumber), .secret(.code), .secret(.password))).html)\#(if: page.needsCode, code)
            <button>\#(labels["act.keep"])</button>
            </form>

            """#
    }

    private var code: HTML {
        TextField(
            name: "eenmalige-code", label: labels["sign-in.one-time-code"], kind: .digits, help: labels["act.code-help"],
            error: page.problem(.codeDue, .wrongOneTimeCode), autocomplete: "one-time-code").html
    }
}
