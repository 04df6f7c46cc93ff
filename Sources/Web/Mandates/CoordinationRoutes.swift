import Accounts
import Hummingbird
import Mandates
import Markup
import Storage

/// The coordinator's side: who asks, who can help, and what runs.
struct CoordinationRoutes: Routes {
    let site: Site

    func add(to router: Router<SiteContext>) {
        router.get("/coordinatie", use: show)
        router.post("/coordinatie/aanvragen/:request/helper", use: match)
    }

    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let coordinator = try context.require(.coordinator)
        guard let organisation = coordinator.organisation else { throw Interruption.notFound }
        let (waiting, helpers, mandates) = try await site.database.read { connection in
            (
                try HelpRequestStore().waiting(in: organisation, on: connection),
                try AccountStore().accounts(with: .helper, in: organisation, on: connection),
                try MandateStore().mandates(for: coordinator, on: connection)
            )
        }
        try await site.sightings.keep(waiting.map(\.request), seenBy: coordinator)
        let page = CoordinationPage(
            ink: site.ink(context), waiting: waiting, helpers: helpers, mandates: mandates, now: site.now)
        return site.answer(page, request, context)
    }

    private func match(_ request: Request, _ context: SiteContext) async throws -> Response {
        let coordinator = try context.require(.coordinator)
        let form = try await Form.read(request)
        guard let helper = AccountID(rawValue: form["helper"]) else { throw Interruption.notFound }
        do {
            try await site.helpDesk.match(
                try context.id("request"), with: helper, by: coordinator, form: form.id(site.world))
        } catch is HelpRequestRefusal {
            throw Interruption.refused(.conflict, label: "error.changed")
        }
        return redirect(to: .coordination)
    }
}

struct CoordinationPage: Page {
    let ink: Ink
    let waiting: [WaitingRequest]
    let helpers: [Account]
    let mandates: [SeenMandate]
    let now: Instant

    private var labels: Labels { ink.labels }
    var title: String { labels["coordination.title"] }

    var main: HTML {
        #"""
        <h1>\#(title)</h1>
        <h2>\#(labels["coordination.waiting"])</h2>
        \#(if: waiting.isEmpty, "<p>\(labels["coordination.nothing"])</p>")<ul class="cards">\#(each: waiting, card)</ul>
        <h2>\#(labels["coordination.mandates"])</h2>
        <ul class="cards">\#(each: mandates, { MandateCard(seen: $0, ink: ink, now: now).html })</ul>
        """#
    }

    private func card(_ waiting: WaitingRequest) -> HTML {
        #"""
        <li class="card">
        <h3>\#(ink.title(of: waiting.request.service))</h3>
        <p>\#(waiting.citizenName)</p>
        \#(if: !waiting.request.wish.isEmpty, "<p>“\(waiting.request.wish)”</p>")\#(asked(waiting) ?? choice(waiting))</li>

        """#
    }

    private func asked(_ waiting: WaitingRequest) -> HTML? {
        waiting.askedHelper.map { "<p>\(labels["coordination.asked", ["helper": $0]])</p>\n" }
    }

    private func choice(_ waiting: WaitingRequest) -> HTML {
        if helpers.isEmpty { return "<p>\(labels["coordination.no-helpers"])</p>\n" }
        let id = "helper-\(waiting.request.id.rawValue)"
        return #"""
            <form method="post" action="\#(Path.matching(waiting.request.id).text)">
            \#(ink.formID)<div class="field"><label for="\#(id)">\#(labels["coordination.helper"])</label>
            <select id="\#(id)" name="helper">\#(each: helpers, { #"<option value="\#($0.id.rawValue)">\#($0.name ?? "")</option>"# })</select></div>
            <button>\#(labels["coordination.ask"])</button>
            </form>

            """#
    }
}
