import Accounts
import Courseware
import Hummingbird
import Mandates
import Storage

/// One mandate, for both sides of it and for the staff of its organisation.
struct MandateRoutes: Routes {
    let site: Site

    func add(to router: Router<SiteContext>) {
        router.get("/machtigingen/:mandate", use: show)
        router.get("/machtigingen/:mandate/papier", use: paper)
        router.get("/machtigingen/:mandate/bewijs", use: proof)
        router.post("/machtigingen/:mandate/onderdelen/:kind/intrekking", use: withdrawAct)
        router.post("/machtigingen/:mandate/verlenging", use: renew)
        for button in MandateButton.allCases {
            router.post("/machtigingen/:mandate/\(button.noun)") { request, context in
                try await press(button, request, context)
            }
        }
    }

    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        site.answer(try await site.mandatePage(context), request, context)
    }

    private func paper(_ request: Request, _ context: SiteContext) async throws -> Response {
        let page = try await site.mandatePage(context)
        return site.answer(AgreementPaper(page: page, check: site.checkBlock(page, request)), request, context)
    }

    private func proof(_ request: Request, _ context: SiteContext) async throws -> Response {
        let page = try await site.mandatePage(context)
        let check = site.checkBlock(page, request)
        if let ending = page.mandate.ending(at: site.now) {
            let proof = EndingProof(page: page, ending: ending.ending, endedAt: ending.at, check: check)
            return site.answer(proof, request, context)
        }
        guard let check else { return redirect(to: .mandate(page.mandate.id)) }
        return site.answer(RunningProof(page: page, check: check), request, context)
    }

    private func press(
        _ button: MandateButton, _ request: Request, _ context: SiteContext
    ) async throws -> Response {
        let form = try await Form.read(request)
        return try await site.decide(form, request, context) { id, viewer in
            try await site.mandateDesk.happen(
                button.deed(form.channel), to: id, by: viewer, form: form.id(site.world))
        }
    }

    private func withdrawAct(_ request: Request, _ context: SiteContext) async throws -> Response {
        let form = try await Form.read(request)
        let act: ActID = try context.id("kind")
        return try await site.decide(form, request, context) { id, viewer in
            try await site.mandateDesk.happen(
                .actWithdrawn(act, form.channel), to: id, by: viewer, form: form.id(site.world))
        }
    }

    private func renew(_ request: Request, _ context: SiteContext) async throws -> Response {
        let form = try await Form.read(request)
        let old = try await site.mandatePage(context).mandate
        return try await site.decide(form, request, context) { id, viewer in
            guard let service = site.library.service(old.service), let text = site.library.mandateText(on: Day(site.now).rawValue),
                let duration = MandateDuration(rawValue: form["duur"])
            else { throw MandateRefusal.durationUnfit }
            do {
                _ = try await site.helpDesk.offerRenewal(
                    of: id, for: duration, by: viewer, service: service, text: text)
            } catch is HelpRequestRefusal {
                throw MandateRefusal.durationUnfit
            }
        }
    }
}

extension Form {
    /// How the citizen's wish came in: at the desk or by phone where somebody of the staff says so.
    fileprivate var channel: MandateEvent.Channel { MandateEvent.Channel(rawValue: self["wijze"]) ?? .own }
}
