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
        router.post("/hulp/helpers/:match/antwoord", use: answer)
    }

    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let account = context.visitor.account
        var page = HelpPage(ink: site.ink(context), services: site.library.services)
        page.now = site.now
        if let account {
            let now = site.now
            (page.waiting, page.mandates, page.messages) = try await site.database.read { connection in
                (
                    try HelpRequestStore().waiting(of: account.id, on: connection),
                    try MandateStore().mandates(ofCitizen: account.id, on: connection),
                    try Inbox(of: account.id, at: now, on: connection).messages.count
                )
            }
        }
        return site.answer(page, request, context)
    }

    private func page(_ context: SiteContext) async throws -> (Account, AskPage) {
        guard let service = site.library.service(try context.id("service")) else { throw Interruption.notFound }
        let citizen = try context.requireNamedLearner()
        let (organisations, locations) = try await site.database.read { connection in
            guard let organisation = citizen.organisation else {
                return (try OrganisationStore().organisations(on: connection), [Location]())
            }
            return ([], try OrganisationStore().locations(of: organisation, on: connection))
        }
        let ink = site.ink(context)
        let wish = WishForm(
            ink: ink, services: site.library.services, asked: service.id, chosen: [service.id], locations: locations)
        return (citizen, AskPage(ink: ink, service: service, organisations: organisations, wish: wish))
    }

    private func ask(_ request: Request, _ context: SiteContext) async throws -> Response {
        if let account = context.visitor.account, account.loginName == nil { return redirect(to: .name) }
        return site.answer(try await page(context).1, request, context)
    }

    private func send(_ request: Request, _ context: SiteContext) async throws -> Response {
        var (citizen, page) = try await page(context)
        let form = try await Form.read(request)
        let wish = HelpWish(form)
        do {
            try await site.helpDesk.ask(
                for: site.services(form), wish, chosen: OrganisationID(rawValue: form["organisatie"]), for: citizen,
                by: citizen, form: form.id(site.world))
            return redirect(to: .help)
        } catch let refusal as HelpRequestRefusal {
            page.wish.fill(form, wish, refusal)
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

    private func answer(_ request: Request, _ context: SiteContext) async throws -> Response {
        let citizen = try context.requireNamedLearner()
        let form = try await Form.read(request)
        do {
            try await site.helpDesk.answer(try context.id("match"), by: citizen, wants: form.saysYes)
        } catch HelpRequestRefusal.closed {
            throw Interruption.notFound
        }
        return redirect(to: .help)
    }
}

extension Site {
    var requirements: HelperRequirements { HelperRequirements(library) }
    var helpDesk: HelpDesk { HelpDesk(database: database, requirements: requirements, world: world) }
    var helperDesk: HelperDesk { HelperDesk(database: database, requirements: requirements, world: world) }
    var personDesk: PersonDesk { PersonDesk(database: database, world: world) }
    var sightings: Sightings { Sightings(database: database, world: world) }
    var checkDesk: CheckDesk { CheckDesk(database: database, world: world) }
    var mandateDesk: MandateDesk { MandateDesk(database: database, signIn: signIn, world: world) }

    /// The services that were ticked, as far as they exist.
    func services(_ form: Form) -> [ServiceID] {
        let ticked = Set(form.all("dienst"))
        return library.services.map(\.id).filter { ticked.contains($0.rawValue) }
    }
}

extension Form {
    /// Which of two buttons was pressed; what is neither counts as no answer at all.
    var saysYes: Bool {
        get throws {
            switch self["antwoord"] {
            case "ja": true
            case "nee": false
            default: throw Interruption.refused(.unprocessableContent, label: "error.bad-request")
            }
        }
    }
}

extension WishForm {
    /// What came back; what nobody may have is left out.
    mutating func fill(_ form: Form, _ wish: HelpWish, _ refusal: HelpRequestRefusal) {
        self.wish = wish
        if case .secret = refusal { self.wish.words = "" }
        chosen = Set(form.all("dienst").map { ServiceID(unchecked: $0) })
        self.refusal = refusal
    }
}
