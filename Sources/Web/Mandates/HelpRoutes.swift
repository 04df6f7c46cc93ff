import Accounts
import Courseware
import Hummingbird
import Mandates
import Storage

/// The citizen's side: asking for help, and seeing what became of it.
struct HelpRoutes: Routes {
    let site: Site

    func add(to router: Router<SiteContext>) {
        router.get("/hulp", use: show)
        router.get("/hulp/:service", use: ask)
        router.post("/hulp/:service", use: send)
        router.post("/hulp/aanvragen/:request/intrekking", use: withdraw)
    }

    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let account = context.visitor.account
        var page = HelpPage(ink: site.ink(context), services: site.library.services)
        if let account {
            (page.waiting, page.mandates) = try await site.database.read { connection in
                (
                    try HelpRequestStore().waiting(of: account.id, on: connection),
                    try MandateStore().mandates(for: account, on: connection).filter { $0.mandate.citizen == account.id }
                )
            }
        }
        page.now = site.now
        return site.answer(page, request, context)
    }

    private func page(_ context: SiteContext) async throws -> (Account, AskPage) {
        guard let service = site.library.service(try context.id("service")) else { throw Interruption.notFound }
        let citizen = try context.requireNamedLearner()
        let organisations =
            citizen.organisation == nil
            ? try await site.database.read { try OrganisationStore().organisations(on: $0) } : []
        return (citizen, AskPage(ink: site.ink(context), service: service, organisations: organisations))
    }

    private func ask(_ request: Request, _ context: SiteContext) async throws -> Response {
        if let account = context.visitor.account, account.loginName == nil { return redirect(to: .name) }
        return site.answer(try await page(context).1, request, context)
    }

    private func send(_ request: Request, _ context: SiteContext) async throws -> Response {
        var (citizen, page) = try await page(context)
        let form = try await Form.read(request)
        do {
            try await site.helpDesk.ask(
                for: page.service.id, wish: form["wens"], chosen: OrganisationID(rawValue: form["organisatie"]),
                by: citizen, form: form.id(site.world))
            return redirect(to: .help)
        } catch let refusal as HelpRequestRefusal {
            page.wish = refusal == .citizenNumber ? "" : form["wens"]
            page.refusal = refusal
            return site.answer(page, request, context, status: .unprocessableContent)
        }
    }

    private func withdraw(_ request: Request, _ context: SiteContext) async throws -> Response {
        let citizen = try context.requireNamedLearner()
        do {
            try await site.helpDesk.withdraw(try context.id("request"), by: citizen)
        } catch HelpRequestRefusal.closed {
            throw Interruption.notFound
        }
        return redirect(to: .help)
    }
}

extension Site {
    var helpDesk: HelpDesk { HelpDesk(database: database, world: world) }
    var sightings: Sightings { Sightings(database: database, world: world) }
    var mandateDesk: MandateDesk { MandateDesk(database: database, signIn: signIn, world: world) }
}
