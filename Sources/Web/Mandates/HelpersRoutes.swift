import Accounts
import Hummingbird
import Mandates
import Storage

/// The coordinator keeps watch over the helpers: certificates, and how many mandates each may have.
struct HelpersRoutes: Routes {
    let site: Site

    func add(to router: Router<SiteContext>) {
        router.get("/coordinatie/helpers", use: show)
        router.post("/coordinatie/helpers/:helper/verklaring", use: keepCertificate)
        router.post("/coordinatie/helpers/:helper/melding", use: report)
        router.post("/coordinatie/grens", use: setLimit)
        router.post("/coordinatie/huisbezoek", use: setHomeVisits)
    }

    private func page(_ context: SiteContext) async throws -> HelpersPage {
        let coordinator = try context.require(.coordinator)
        guard let organisation = coordinator.organisation else { throw Interruption.notFound }
        let (limit, allowsHome) = try await site.database.read { connection in
            (
                try HelperStore().limit(in: organisation, on: connection),
                try HomeVisitStore().isAllowed(in: organisation, on: connection)
            )
        }
        return HelpersPage(
            ink: site.ink(context), helpers: try await site.helperDesk.helpers(for: coordinator), limit: limit,
            allowsHome: allowsHome, today: Day(site.now))
    }

    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        site.answer(try await page(context), request, context)
    }

    private func keepCertificate(_ request: Request, _ context: SiteContext) async throws -> Response {
        let coordinator = try context.require(.coordinator)
        let helper: AccountID = try context.id("helper")
        let form = try await Form.read(request)
        do {
            guard let day = Day(rawValue: form["datum"]) else { throw HelpRequestRefusal.helperUnfit }
            try await site.helperDesk.keepCertificate(of: helper, issuedOn: day, seenBy: coordinator)
        } catch HelpRequestRefusal.closed {
            throw Interruption.notFound
        } catch is HelpRequestRefusal {
            var page = try await page(context)
            guard page.helpers.contains(where: { $0.helper.id == helper }) else { throw Interruption.notFound }
            page.refused = helper
            return site.answer(page, request, context, status: .unprocessableContent)
        }
        return redirect(to: .helpers)
    }

    private func report(_ request: Request, _ context: SiteContext) async throws -> Response {
        let coordinator = try context.require(.coordinator)
        let form = try await Form.read(request)
        let helper: AccountID = try context.id("helper")
        let known = try await site.helperDesk.helpers(for: coordinator).contains { $0.helper.id == helper }
        guard known, let report = PersonReport(rawValue: form["melding"]),
            try await site.personDesk.report(report, of: helper, by: coordinator, form: form.id(site.world))
        else { throw Interruption.notFound }
        return redirect(to: .helpers)
    }

    private func setHomeVisits(_ request: Request, _ context: SiteContext) async throws -> Response {
        let coordinator = try context.require(.coordinator)
        let form = try await Form.read(request)
        try await site.helperDesk.allowHomeVisits(form.has("huisbezoek"), by: coordinator)
        return redirect(to: .helpers)
    }

    private func setLimit(_ request: Request, _ context: SiteContext) async throws -> Response {
        let coordinator = try context.require(.coordinator)
        let form = try await Form.read(request)
        do {
            try await site.helperDesk.setLimit(Int(form["grens"]) ?? 0, by: coordinator)
        } catch is HelpRequestRefusal {
            var page = try await page(context)
            page.limitIsWrong = true
            return site.answer(page, request, context, status: .unprocessableContent)
        }
        return redirect(to: .helpers)
    }
}
