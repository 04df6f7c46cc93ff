import Accounts
import Courseware
import Hummingbird
import Mandates
import Markup
import Storage

/// The citizen's inbox: what a helper did, and what waits for an answer.
struct InboxRoutes: Routes {
    let site: Site

    func add(to router: Router<SiteContext>) {
        router.get("/berichten", use: show)
    }

    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let citizen = try context.requireNamedLearner()
        let now = site.now
        let inbox = try await site.database.read { try Inbox(of: citizen.id, at: now, on: $0) }
        return site.answer(InboxPage(ink: site.ink(context), inbox: inbox), request, context)
    }
}

struct InboxPage: Page {
    let ink: Ink
    let inbox: Inbox

    private var labels: Labels { ink.labels }
    var title: String { labels["inbox.title"] }

    var main: HTML {
        #"""
        <div class="narrow">
        <p class="trail"><a href="\#(Path.help.text)">\#(labels["mandates.help"])</a></p>
        <h1>\#(title)</h1>
        \#(if: inbox.messages.isEmpty, "<p>\(labels["inbox.empty"])</p>")
        \#(each: inbox.messages, { #"<section class="card">\#(message($0))</section>"# + "\n" })</div>
        """#
    }

    private func message(_ message: InboxMessage) -> HTML {
        switch message {
        case .act(let act, let seen): ActQuestion(ink: ink, act: act, seen: seen, heading: "h2").html
        case .proposal(let waiting, let match):
            heading(waiting.request.service) + Proposal(ink: ink, waiting: waiting, match: match).html
        case .offer(let seen): news("inbox.offer", seen)
        case .endsSoon(let seen): news("inbox.ends-soon", seen)
        case .endsVerySoon(let seen): news("inbox.ends-very-soon", seen)
        case .suspended(let seen): news("inbox.suspended", seen)
        }
    }

    private func heading(_ service: ServiceID) -> HTML { "<h2>\(ink.title(of: service))</h2>\n" }

    private func news(_ label: String, _ seen: SeenMandate) -> HTML {
        let values = ["helper": seen.helperName, "day": ink.day(seen.mandate.validUntil)]
        return heading(seen.mandate.service) + #"""
            <p>\#(labels[label, values])</p>
            <p><a href="\#(Path.mandate(seen.mandate.id).text)">\#(labels["inbox.look"])</a></p>

            """#
    }
}

/// "Bram did this with you. Is that right?", with yes and no.
struct ActQuestion {
    let ink: Ink
    let act: RecordedAct
    let seen: SeenMandate
    let heading: HTML

    var html: HTML {
        let values = [
            "helper": seen.helperName, "day": act.doneOn.map { ink.day($0) } ?? "",
            "act": ink.label(of: act.kind, in: seen.mandate.service),
        ]
        return #"""
            <\#(heading)>\#(ink.title(of: seen.mandate.service))</\#(heading)>
            <p>\#(ink.labels["act.question", values])</p>
            <p>“\#(act.result)”</p>
            <p><strong>\#(ink.labels["act.is-right"])</strong></p>
            <form method="post" action="\#(Path.answer(act.id, seen.mandate.id).text)">
            \#(ink.formID)<button name="antwoord" value="ja">\#(ink.labels["act.yes"])</button>
            <button class="danger" name="antwoord" value="nee">\#(ink.labels["act.no"])</button>
            <p class="help">\#(ink.labels["act.no-help"])</p>
            </form>

            """#
    }
}
