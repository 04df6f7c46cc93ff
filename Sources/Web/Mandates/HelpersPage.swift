import Accounts
import Mandates
import Markup
import Storage

/// The helpers of an organisation: what is in order and what is not.
struct HelpersPage: Page {
    let ink: Ink
    let helpers: [HelperState]
    let limit: Int
    let allowsHome: Bool
    let today: Day
    /// Whose certificate came back.
    var refused: AccountID?
    var limitIsWrong = false

    private var labels: Labels { ink.labels }
    var title: String { labels["coordination.helpers"] }
    var hasErrors: Bool { refused != nil || limitIsWrong }

    var main: HTML {
        #"""
        <p class="trail"><a href="\#(Path.coordination.text)">\#(labels["coordination.title"])</a></p>
        <h1>\#(title)</h1>
        \#(summary)<ul class="cards">
        \#(each: helpers, card)</ul>
        <h2>\#(labels["helpers.limit-title"])</h2>
        <form method="post" action="\#(Path.mandateLimit.text)" novalidate>
        \#(TextField(name: "grens", label: labels["helpers.limit"], kind: .digits, value: String(limit), error: limitIsWrong ? labels["helpers.limit-wrong"] : nil).html)<button>\#(labels["helpers.save"])</button>
        </form>
        <h2>\#(labels["home-visits.title"])</h2>
        <form method="post" action="\#(Path.homeVisits.text)">
        <p class="help">\#(labels["home-visits.help"])</p>
        \#(Tick(name: "huisbezoek", label: labels["home-visits.allow"], isTicked: allowsHome).html)<button>\#(labels["helpers.save"])</button>
        </form>
        """#
    }

    private var summary: HTML {
        var problems: [(field: String, sentence: String)] = []
        if let refused { problems.append((field(refused), labels["helpers.day-wrong"])) }
        if limitIsWrong { problems.append(("grens", labels["helpers.limit-wrong"])) }
        return ErrorSummary(title: labels["form.summary"], problems: problems).html
    }

    private func field(_ helper: AccountID) -> String { "datum-\(helper.rawValue)" }

    private func card(_ state: HelperState) -> HTML {
        let standing = state.standing
        let shortcomings = standing.shortcomings(on: today)
        let id = field(state.helper.id)
        return #"""
            <li class="card">
            <h2>\#(state.helper.name ?? "")</h2>
            <p>\#(labels["standing.running", ["count": String(standing.running), "limit": String(standing.limit)]])</p>
            \#(if: shortcomings.isEmpty, "<p>\(labels["standing-of.fine"])</p>")<ul>\#(each: shortcomings, { "<li>\(labels["standing-of.\($0.rawValue)"])</li>" })</ul>
            <form method="post" action="\#(Path.certificate(state.helper.id).text)" novalidate>
            <div class="field\#(if: refused == state.helper.id, " field-wrong")"><label for="\#(id)">\#(labels["helpers.certificate"])</label>
            <p class="help" id="\#(id)-help">\#(labels["helpers.certificate-help"])</p>
            <input type="date" id="\#(id)" name="datum" value="\#(standing.certificateOn?.rawValue ?? "")" aria-describedby="\#(id)-help"\#(if: refused == state.helper.id, #" aria-invalid="true""#)></div>
            <button class="quiet">\#(labels["helpers.save"])</button>
            </form>
            \#(ReportForm(ink: ink, action: .report(state.helper.id)).html)</li>

            """#
    }
}

/// Somebody died or cannot decide alone any more: behind a fold, for it ends everything.
struct ReportForm {
    let ink: Ink
    let action: Path

    var html: HTML {
        #"""
        <details><summary>\#(ink.labels["report.title"])</summary>
        <p class="help">\#(ink.labels["report.help"])</p>
        <form method="post" action="\#(action.text)">
        \#(ink.formID)\#(each: PersonReport.allCases, { #"<button class="danger" name="melding" value="\#($0.rawValue)">\#(ink.labels["report.\($0.rawValue)"])</button>"# + "\n" })</form>
        </details>

        """#
    }
}
