import Accounts
import Courseware
import Hummingbird
import Mandates
import Storage

/// The way to an organisation's own mandate, and a note of what was arranged there.
struct OfficialMandateRoutes: Routes {
    let site: Site

    func add(to router: Router<SiteContext>) {
        router.get("/hulp/:service/machtiging", use: show)
        router.post("/hulp/:service/machtiging", use: note)
        router.post("/hulp/machtigingen/:official/intrekking", use: remove)
    }

    private func page(_ context: SiteContext) async throws -> (Account, OfficialMandatePage) {
        guard let service = site.library.service(try context.id("service")), let address = service.officialMandate else {
            throw Interruption.notFound
        }
        let citizen = try context.requireNamedLearner()
        let page = OfficialMandatePage(
            ink: site.ink(context), service: service, address: address,
            noted: try await site.officialMandateDesk.mandates(of: citizen, for: service.id), today: Day(site.now))
        return (citizen, page)
    }

    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        if let account = context.visitor.account, account.has(.learner), account.loginName == nil {
            return redirect(to: .name)
        }
        return site.answer(try await page(context).1, request, context)
    }

    private func note(_ request: Request, _ context: SiteContext) async throws -> Response {
        var (citizen, page) = try await page(context)
        let form = try await Form.read(request)
        do {
            try await site.officialMandateDesk.note(
                page.service.id, until: Day(rawValue: form["datum"]), isArranged: form.has("geregeld"), by: citizen,
                form: form.id(site.world))
            return redirect(to: .officialMandate(page.service.id))
        } catch let refusal as OfficialMandateRefusal {
            (page.day, page.isArranged, page.refusal) = (form["datum"], form.has("geregeld"), refusal)
            return site.answer(page, request, context, status: .unprocessableContent)
        }
    }

    private func remove(_ request: Request, _ context: SiteContext) async throws -> Response {
        let citizen = try context.requireNamedLearner()
        guard let service = try await site.officialMandateDesk.remove(try context.id("official"), by: citizen) else {
            throw Interruption.notFound
        }
        return redirect(to: .officialMandate(service))
    }
}

extension Site {
    var officialMandateDesk: OfficialMandateDesk { OfficialMandateDesk(database: database, world: world) }
}
