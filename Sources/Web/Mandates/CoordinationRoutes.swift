import Accounts
import Hummingbird
import Mandates
import Storage

/// The coordinator's side: who asks, who can help, and what runs.
struct CoordinationRoutes: Routes {
    let site: Site

    func add(to router: Router<SiteContext>) {
        router.get("/coordinatie", use: show)
        router.get("/coordinatie/aanvragen/:request", use: choose)
        router.post("/coordinatie/aanvragen/:request/helper", use: match)
    }

    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let coordinator = try context.require(.coordinator)
        guard let organisation = coordinator.organisation else { throw Interruption.notFound }
        let now = site.now
        let before = Int(Form(encoded: request.uri.query ?? "")["voor"]).map(Instant.init(milliseconds:))
        let (waiting, attention, mandates, calls) = try await site.database.read { connection in
            (
                try HelpRequestStore().waiting(in: organisation, on: connection),
                try MandateStore().waiting(in: organisation, at: now, on: connection),
                try MandateStore().mandates(
                    in: organisation, offeredBefore: before ?? now + .milliseconds(1),
                    atMost: CoordinationPage.longestList, on: connection),
                try CoordinatorCallStore().waiting(in: organisation, on: connection)
            )
        }
        try await site.sightings.keep(waiting.map(\.request), seenBy: coordinator)
        try await site.sightings.keep(attention + mandates, listedFor: coordinator)
        let page = CoordinationPage(
            ink: site.ink(context), waiting: waiting, attention: attention, mandates: mandates, calls: calls, now: now)
        return site.answer(page, request, context)
    }

    private func page(_ context: SiteContext) async throws -> HelperChoicePage {
        let coordinator = try context.require(.coordinator)
        let request: HelpRequestID = try context.id("request")
        guard let choice = try await site.helpDesk.candidates(for: request, coordinator: coordinator) else {
            throw Interruption.notFound
        }
        return HelperChoicePage(ink: site.ink(context), choice: choice)
    }

    private func choose(_ request: Request, _ context: SiteContext) async throws -> Response {
        site.answer(try await page(context), request, context)
    }

    private func match(_ request: Request, _ context: SiteContext) async throws -> Response {
        let coordinator = try context.require(.coordinator)
        let form = try await Form.read(request)
        guard let helper = AccountID(rawValue: form["helper"]) else { throw Interruption.notFound }
        do {
            try await site.helpDesk.match(
                try context.id("request"), with: helper, by: coordinator, form: form.id(site.world))
        } catch HelpRequestRefusal.closed {
            throw Interruption.refused(.conflict, label: "error.changed")
        } catch let refusal as HelpRequestRefusal {
            var page = try await page(context)
            page.refusal = refusal
            return site.answer(page, request, context, status: .unprocessableContent)
        }
        return redirect(to: .coordination)
    }
}
