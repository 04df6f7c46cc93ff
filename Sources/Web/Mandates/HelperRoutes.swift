import Accounts
import Courseware
import Hummingbird
import Mandates
import Markup
import Storage

/// The helper's side: what is asked, and for whom.
struct HelperRoutes: Routes {
    let site: Site

    func add(to router: Router<SiteContext>) {
        router.get("/helper", use: show)
        router.post("/helper/vragen/:match/antwoord", use: answer)
    }

    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let helper = try context.require(.helper)
        let (asked, mandates) = try await site.database.read { connection in
            (
                try HelperMatchStore().waiting(for: helper.id, on: connection),
                try MandateStore().mandates(for: helper, on: connection).filter { $0.mandate.helper == helper.id }
            )
        }
        try await site.sightings.keep(asked.map(\.request), seenBy: helper)
        let page = HelperPage(ink: site.ink(context), asked: asked, mandates: mandates, now: site.now)
        return site.answer(page, request, context)
    }

    private func answer(_ request: Request, _ context: SiteContext) async throws -> Response {
        let helper = try context.require(.helper)
        let form = try await Form.read(request)
        let match: HelperMatchID = try context.id("match")
        do {
            guard form["antwoord"] == "ja" else {
                try await site.helpDesk.decline(match, by: helper)
                return redirect(to: .helperDesk)
            }
            guard let service = site.library.service(ServiceID(unchecked: form["dienst"])),
                let text = site.library.mandateTexts.last
            else { throw Interruption.notFound }
            return redirect(to: .mandate(try await site.helpDesk.accept(match, by: helper, service: service, text: text)))
        } catch is HelpRequestRefusal {
            throw Interruption.refused(.conflict, label: "error.changed")
        }
    }
}

/// What is asked of a helper, and the mandates there are.
struct HelperPage: Page {
    let ink: Ink
    let asked: [HelperMatch]
    let mandates: [SeenMandate]
    let now: Instant

    private var labels: Labels { ink.labels }
    var title: String { labels["helper.title"] }

    var main: HTML {
        #"""
        <h1>\#(title)</h1>
        <h2>\#(labels["helper.asked"])</h2>
        \#(if: asked.isEmpty, "<p>\(labels["helper.nothing-asked"])</p>")<ul class="cards">\#(each: asked, card)</ul>
        <h2>\#(labels["helper.mandates"])</h2>
        <ul class="cards">\#(each: mandates, { MandateCard(seen: $0, ink: ink, now: now).html })</ul>
        """#
    }

    private func card(_ match: HelperMatch) -> HTML {
        #"""
        <li class="card">
        <h3>\#(ink.title(of: match.request.service))</h3>
        <p>\#(match.citizenName)</p>
        \#(if: !match.request.wish.isEmpty, "<p>“\(match.request.wish)”</p>")<form method="post" action="\#(Path.matchAnswer(match.id).text)">
        <input type="hidden" name="dienst" value="\#(match.request.service.rawValue)">
        <button name="antwoord" value="ja">\#(labels["helper.accept"])</button>
        <button class="quiet" name="antwoord" value="nee">\#(labels["helper.decline"])</button>
        </form>
        </li>

        """#
    }
}
