import Accounts
import Courseware
import Hummingbird
import Mandates
import Storage

/// The helper's side: what is asked, and for whom.
struct HelperRoutes: Routes {
    let site: Site

    func add(to router: Router<SiteContext>) {
        router.get("/helper", use: show)
        router.post("/helper/vragen/:match/antwoord", use: answer)
        router.post("/helper/afspraken/:match/aanbod", use: offer)
    }

    private func page(_ context: SiteContext) async throws -> HelperPage {
        let helper = try context.require(.helper)
        let (now, requirements) = (site.now, site.requirements)
        let (asked, agreed, mandates, standing, messages) = try await site.database.read { connection in
            (
                try HelperMatchStore().waiting(for: helper.id, on: connection),
                try HelperMatchStore().agreed(for: helper.id, on: connection),
                try MandateStore().mandates(ofHelper: helper.id, on: connection),
                try helper.organisation.map {
                    try HelperStore().standing(of: helper.id, in: $0, requirements, at: now, on: connection)
                },
                try Inbox(of: helper.id, at: now, on: connection).messages.count
            )
        }
        return HelperPage(
            ink: site.ink(context), asked: asked, agreed: agreed, mandates: mandates,
            shortcomings: standing?.shortcomings(on: Day(now)) ?? [], now: now, messages: messages)
    }

    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let page = try await page(context)
        let helper = try context.require(.helper)
        try await site.sightings.keep(page.asked.map(\.request), seenBy: helper)
        try await site.sightings.keep(page.mandates, listedFor: helper)
        return site.answer(page, request, context)
    }

    private func answer(_ request: Request, _ context: SiteContext) async throws -> Response {
        let helper = try context.require(.helper)
        let form = try await Form.read(request)
        do {
            try await site.helpDesk.answer(try context.id("match"), by: helper, accepts: form.saysYes)
        } catch HelpRequestRefusal.helperUnfit {
            var page = try await page(context)
            page.refusal = .helperUnfit
            return site.answer(page, request, context, status: .unprocessableContent)
        } catch is HelpRequestRefusal {
            throw Interruption.refused(.conflict, label: "error.changed")
        }
        return redirect(to: .helperDesk)
    }

    private func offer(_ request: Request, _ context: SiteContext) async throws -> Response {
        let helper = try context.require(.helper)
        let form = try await Form.read(request)
        let match: HelperMatchID = try context.id("match")
        let service = try await site.database.read { connection in
            try HelperMatchStore().agreed(match, for: helper.id, on: connection)?.request.service
        }
        if service == nil,
            let offered = try await site.database.read({ try MandateStore().mandate(after: match, by: helper.id, on: $0) })
        {
            return redirect(to: .mandate(offered))
        }
        guard let service = service.flatMap(site.library.service), let text = site.library.mandateText(on: Day(site.now).rawValue) else {
            throw Interruption.refused(.conflict, label: "error.changed")
        }
        do {
            guard let duration = MandateDuration(rawValue: form["duur"]) else { throw HelpRequestRefusal.durationUnfit }
            let mandate = try await site.helpDesk.offer(
                form.all("handeling").map { ActID(unchecked: $0) }, for: duration, to: match, by: helper, service: service,
                text: text)
            return redirect(to: .mandate(mandate))
        } catch HelpRequestRefusal.closed {
            throw Interruption.refused(.conflict, label: "error.changed")
        } catch let refusal as HelpRequestRefusal {
            var page = try await page(context)
            page.refusal = refusal
            page.refused = match
            return site.answer(page, request, context, status: .unprocessableContent)
        }
    }
}
