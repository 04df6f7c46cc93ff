import Accounts
import Courseware
import Hummingbird
import Mandates
import Storage

/// What a helper offers, and the terms a helper accepts.
struct HelperProfileRoutes: Routes {
    let site: Site

    func add(to router: Router<SiteContext>) {
        router.get("/helper/gegevens", use: show)
        router.post("/helper/gegevens", use: save)
        router.get("/helper/voorwaarden", use: terms)
        router.post("/helper/voorwaarden", use: accept)
    }

    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let helper = try context.require(.helper)
        let (profile, locations) = try await site.database.read { connection in
            (
                try HelperStore().profile(of: helper.id, on: connection),
                try helper.organisation.map { try OrganisationStore().locations(of: $0, on: connection) } ?? []
            )
        }
        let page = HelperProfilePage(
            ink: site.ink(context), services: site.library.services, locations: locations, profile: profile)
        return site.answer(page, request, context)
    }

    private func save(_ request: Request, _ context: SiteContext) async throws -> Response {
        let helper = try context.require(.helper)
        let form = try await Form.read(request)
        var profile = HelperProfile()
        profile.services = Set(site.services(form))
        profile.languages = Set(SpokenLanguages.all.filter { form.all("taal").contains($0.rawValue) })
        profile.locations = Set(form.all("plaats").compactMap(LocationID.init(rawValue:)))
        profile.byPhone = form.all("plaats").contains("telefoon")
        profile.times = Set(form.all("tijd").compactMap(FreeTime.init(rawValue:)))
        try await site.helperDesk.save(profile, by: helper)
        return redirect(to: .helperDesk)
    }

    private func terms(_ request: Request, _ context: SiteContext) async throws -> Response {
        _ = try context.require(.helper)
        guard let text = site.library.pages[HelperRequirements.terms], let version = site.requirements.terms else {
            throw Interruption.notFound
        }
        let page = HelperTermsPage(
            ink: site.ink(context), text: text[context.language], language: text.language(for: context.language),
            version: version)
        return site.answer(page, request, context)
    }

    private func accept(_ request: Request, _ context: SiteContext) async throws -> Response {
        let helper = try context.require(.helper)
        let form = try await Form.read(request)
        do {
            try await site.helperDesk.acceptTerms(form["versie"], by: helper)
        } catch is HelpRequestRefusal {
            // The words changed while they were on the screen: they are shown again.
            return redirect(to: .helperTerms)
        }
        return redirect(to: .helperDesk)
    }
}
