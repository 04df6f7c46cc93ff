import Accounts
import Courseware
import Hummingbird
import Mandates
import Storage

/// One mandate, for both sides of it and for the coordinator.
struct MandateRoutes: Routes {
    let site: Site

    func add(to router: Router<SiteContext>) {
        router.get("/machtigingen/:mandate", use: show)
        router.post("/machtigingen/:mandate/instemming", use: consent)
        router.post("/machtigingen/:mandate/handelingen", use: record)
        for kind in MandateEvent.Kind.allCases where kind != .consented {
            router.post("/machtigingen/:mandate/\(kind.noun)") { request, context in
                try await happen(kind, request, context)
            }
        }
    }

    private func viewer(_ context: SiteContext) throws -> Account {
        guard let account = context.visitor.account else { throw Interruption.signInFirst(as: .learner) }
        return account
    }

    private func page(_ context: SiteContext) async throws -> MandatePage {
        let viewer = try viewer(context)
        let id: MandateID = try context.id("mandate")
        let found = try await site.database.read { connection in
            try MandateStore().mandate(id, for: viewer, on: connection).map {
                ($0, try MandateStore().acts(of: id, on: connection))
            }
        }
        guard let (seen, acts) = found else { throw Interruption.notFound }
        return MandatePage(
            ink: site.ink(context), viewer: viewer, seen: seen, acts: acts, now: site.now,
            text: site.library.mandateTexts.first { $0.date == seen.mandate.textDate })
    }

    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let page = try await page(context)
        try await site.sightings.keep(page.seen.mandate, seenBy: page.viewer)
        return site.answer(page, request, context)
    }

    private func consent(_ request: Request, _ context: SiteContext) async throws -> Response {
        let form = try await Form.read(request)
        return try await decide(form, request, context) { id, viewer in
            try await site.mandateDesk.consent(
                to: id, by: viewer, code: form.raw("code"), form: form.id(site.world))
        }
    }

    private func happen(
        _ kind: MandateEvent.Kind, _ request: Request, _ context: SiteContext
    ) async throws -> Response {
        let form = try await Form.read(request)
        return try await decide(form, request, context) { id, viewer in
            try await site.mandateDesk.happen(kind, to: id, by: viewer, form: form.id(site.world))
        }
    }

    private func record(_ request: Request, _ context: SiteContext) async throws -> Response {
        let form = try await Form.read(request)
        return try await decide(form, request, context) { id, viewer in
            let act = RecordedAct(
                id: form.id(site.world), kind: ActID(unchecked: form["handeling"]), by: viewer.id, at: site.now,
                minutes: Int(form["minuten"]) ?? 0, result: form["resultaat"])
            try await site.mandateDesk.record(act, with: id, by: viewer)
        }
    }

    /// Does it and shows the mandate; what is refused comes back with the reason, and with what was typed.
    private func decide(
        _ form: Form, _ request: Request, _ context: SiteContext,
        _ deed: (MandateID, Account) async throws -> Void
    ) async throws -> Response {
        let id: MandateID = try context.id("mandate")
        do {
            try await deed(id, try viewer(context))
            return redirect(to: .mandate(id))
        } catch let refusal as MandateRefusal {
            var page = try await page(context)
            page.refusal = refusal
            page.typed = MandatePage.Typed(
                act: form["handeling"], minutes: form["minuten"],
                result: refusal == .citizenNumber ? "" : form["resultaat"])
            return site.answer(page, request, context, status: .unprocessableContent)
        } catch is MandateMissing {
            throw Interruption.notFound
        }
    }
}
