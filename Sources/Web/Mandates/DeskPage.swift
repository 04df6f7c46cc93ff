import Accounts
import Mandates
import Markup
import Storage

/// Who stands at the desk? The name on the card finds them.
struct DeskPage: Page {
    let ink: Ink
    var name = ""
    var isMissing = false

    private var labels: Labels { ink.labels }
    var title: String { labels["desk.title"] }
    var hasErrors: Bool { isMissing }

    var main: HTML {
        #"""
        <div class="narrow">
        <h1>\#(title)</h1>
        \#(ErrorSummary(title: labels["form.summary"], problems: isMissing ? [("naam", labels["desk.missing"])] : []).html)<p>\#(labels["desk.introduction"])</p>
        <form method="post" action="\#(Path.desk.text)" novalidate>
        \#(TextField(name: "naam", label: labels["desk.name"], help: labels["desk.name-help"], value: name, error: isMissing ? labels["desk.missing"] : nil).html)
        <button>\#(labels["desk.find"])</button>
        </form>
        </div>
        """#
    }
}

/// Somebody at the desk: what runs, and a question for help that two write together.
struct DeskVisitPage: Page {
    let ink: Ink
    let visit: DeskVisit
    var wish: WishForm
    let now: Instant

    private var labels: Labels { ink.labels }
    var title: String { visit.citizen.name ?? "" }
    var hasErrors: Bool { wish.refusal != nil }

    var main: HTML {
        #"""
        <p class="trail"><a href="\#(Path.desk.text)">\#(labels["desk.title"])</a></p>
        <h1>\#(title)</h1>
        \#(ErrorSummary(title: labels["form.summary"], problems: wish.problems).html)<p>\#(labels["desk.seen"])</p>
        <h2>\#(labels["coordination.mandates"])</h2>
        \#(if: visit.mandates.isEmpty, "<p>\(labels["desk.no-mandates"])</p>")<ul class="cards">\#(each: visit.mandates, { MandateCard(seen: $0, ink: ink, now: now).html })</ul>
        <h2>\#(labels["desk.waiting"])</h2>
        \#(if: visit.waiting.isEmpty, "<p>\(labels["coordination.nothing"])</p>")<ul class="cards">\#(each: visit.waiting, card)</ul>
        <div class="narrow"><h2>\#(labels["desk.ask"])</h2>
        <form method="post" action="\#(Path.askAtDesk(visit.citizen.id).text)" novalidate>
        \#(ink.formID)\#(wish.html)<button>\#(labels["mandates.send"])</button>
        </form>
        \#(ReportForm(ink: ink, action: .reportAtDesk(visit.citizen.id)).html)</div>
        """#
    }

    private func card(_ waiting: WaitingRequest) -> HTML {
        #"""
        <li class="card"><h3>\#(ink.title(of: waiting.request.service))</h3>
        \#(ink.lines(of: waiting.request.wish, at: waiting.locationName))</li>

        """#
    }
}
