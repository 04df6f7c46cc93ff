import Accounts
import Courseware
import Hummingbird
import Mandates
import Storage

/// A citizen stands at the desk or phones, and somebody of the staff does it with them.
struct DeskRoutes: Routes {
    let site: Site

    func add(to router: Router<SiteContext>) {
        router.get("/balie", use: show)
        router.post("/balie", use: find)
        router.get("/balie/:citizen", use: visit)
        router.post("/balie/:citizen/aanvragen", use: ask)
        router.post("/balie/:citizen/melding", use: report)
    }

    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        _ = try context.requireCoach()
        return site.answer(DeskPage(ink: site.ink(context)), request, context)
    }

    private func find(_ request: Request, _ context: SiteContext) async throws -> Response {
        let staff = try context.requireCoach()
        let form = try await Form.read(request)
        guard let citizen = try await site.personDesk.find(form["naam"], for: staff) else {
            let page = DeskPage(ink: site.ink(context), name: form["naam"], isMissing: true)
            return site.answer(page, request, context, status: .unprocessableContent)
        }
        return redirect(to: .desk(citizen))
    }

    private func page(_ context: SiteContext) async throws -> DeskVisitPage {
        let staff = try context.requireCoach()
        guard let visit = try await site.personDesk.visit(try context.id("citizen"), for: staff) else {
            throw Interruption.notFound
        }
        let locations = try await site.database.read { connection in
            try staff.organisation.map { try OrganisationStore().locations(of: $0, on: connection) } ?? []
        }
        let ink = site.ink(context)
        return DeskVisitPage(
            ink: ink, visit: visit, wish: WishForm(ink: ink, services: site.library.services, locations: locations),
            now: site.now)
    }

    private func visit(_ request: Request, _ context: SiteContext) async throws -> Response {
        site.answer(try await page(context), request, context)
    }

    private func ask(_ request: Request, _ context: SiteContext) async throws -> Response {
        let staff = try context.requireCoach()
        var page = try await page(context)
        let form = try await Form.read(request)
        let wish = HelpWish(form)
        do {
            try await site.helpDesk.ask(
                for: site.services(form), wish, chosen: staff.organisation, for: page.visit.citizen, by: staff,
                form: form.id(site.world))
            return redirect(to: .desk(page.visit.citizen.id))
        } catch let refusal as HelpRequestRefusal {
            page.wish.fill(form, wish, refusal)
            return site.answer(page, request, context, status: .unprocessableContent)
        }
    }

    private func report(_ request: Request, _ context: SiteContext) async throws -> Response {
        let staff = try context.requireCoach()
        let form = try await Form.read(request)
        let citizen: AccountID = try context.id("citizen")
        guard try await site.personDesk.visit(citizen, for: staff) != nil,
            let report = PersonReport(rawValue: form["melding"]),
            try await site.personDesk.report(report, of: citizen, by: staff, form: form.id(site.world))
        else { throw Interruption.notFound }
        return redirect(to: .desk(citizen))
    }
}
