import Accounts
import Hummingbird
import Storage

/// The administrator makes organisations and accounts for staff.
struct StaffRoutes: Routes {
    let site: Site

    func add(to router: Router<SiteContext>) {
        router.get("/beheer/medewerkers", use: show)
        router.post("/beheer/medewerkers", use: add)
        router.post("/beheer/organisaties", use: addOrganisation)
    }

    private func page(_ context: SiteContext) async throws -> StaffPage {
        _ = try context.require(.administrator)
        let organisations = try await site.database.read { connection in
            try OrganisationStore().organisations(on: connection).map { organisation in
                StaffPage.Section(
                    organisation: organisation,
                    staff: try AccountStore().staff(of: organisation.id, on: connection))
            }
        }
        return StaffPage(ink: site.ink(context), sections: organisations)
    }

    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        site.answer(try await page(context), request, context)
    }

    private func add(_ request: Request, _ context: SiteContext) async throws -> Response {
        let administrator = try context.require(.administrator)
        let form = try await Form.read(request)
        let roles = Set(form.all("rol").compactMap(Role.init(rawValue:))).subtracting([.learner])
        let organisation = OrganisationID(rawValue: form["organisatie"])
        var page = try await page(context)
        page.typed = StaffPage.Typed(name: form["naam"], roles: roles, organisation: organisation)
        page.problem = page.typed.problem(known: page.sections.map(\.organisation.id))
        if page.problem == nil {
            do {
                let (account, token) = try await site.registration.registerStaff(
                    form["naam"], roles: roles, organisation: organisation, by: administrator.id)
                page.typed = StaffPage.Typed()
                page.made = (account.name ?? "", site.setUpAddress(token, request))
                var response = site.answer(page, request, context)
                response.headers[.cacheControl] = "no-store"
                return response
            } catch is RegistrationRefusal {
                page.problem = .nameUnusable
            }
        }
        return site.answer(page, request, context, status: .unprocessableContent)
    }

    private func addOrganisation(_ request: Request, _ context: SiteContext) async throws -> Response {
        let administrator = try context.require(.administrator)
        let form = try await Form.read(request)
        let name = form["organisatie-naam"]
        guard (1...100).contains(name.count) else {
            var page = try await page(context)
            page.problem = .organisationNameMissing
            return site.answer(page, request, context, status: .unprocessableContent)
        }
        let organisation = Organisation(id: form.id(site.world), name: name)
        try await site.database.write { [site] in
            try OrganisationStore().insert(organisation, by: administrator.id, at: site.now, on: $0)
        }
        return redirect(to: .staff)
    }
}

extension Site {
    func setUpAddress(_ token: SetUpToken, _ request: Request) -> String {
        let scheme = settings.isBehindProxy && request.headers[.forwardedProto] == "https" ? "https" : "http"
        return "\(scheme)://\(request.head.authority ?? "localhost")\(Path.setUp(token.text).text)"
    }
}
