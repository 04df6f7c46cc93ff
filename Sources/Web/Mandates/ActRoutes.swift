import Accounts
import Courseware
import Hummingbird
import Mandates
import Storage

/// What a helper did: written down by the helper, and answered by the citizen.
struct ActRoutes: Routes {
    let site: Site

    func add(to router: Router<SiteContext>) {
        router.post("/machtigingen/:mandate/handelingen", use: record)
        router.post("/machtigingen/:mandate/handelingen/:act/antwoord", use: answer)
    }

    private func record(_ request: Request, _ context: SiteContext) async throws -> Response {
        let form = try await Form.read(request)
        return try await site.decide(form, request, context) { id, viewer in
            let proof = try await proof(form, viewer, context)
            let act = RecordedAct(
                id: form.id(site.world), kind: ActID(unchecked: form["handeling"]), by: viewer.id, at: site.now,
                doneOn: Day(rawValue: form["datum"]), minutes: Int(form["minuten"]) ?? 0, result: form["resultaat"])
            try await site.mandateDesk.record(act, with: id, by: viewer, proof: proof)
        }
    }

    /// That it is still the helper: by the session, or by a one-time code that came with the form.
    private func proof(_ form: Form, _ viewer: Account, _ context: SiteContext) async throws -> SignInProof {
        guard let session = context.visitor.session, let token = context.visitor.token else { throw Interruption.notFound }
        guard !session.proof.holds(at: site.now), !form["eenmalige-code"].isEmpty else { return session.proof }
        guard try await site.signIn.proves(form["eenmalige-code"], viewer, in: token) else {
            throw MandateRefusal.wrongOneTimeCode
        }
        return SignInProof(provedAt: site.now, seenAt: site.now)
    }

    private func answer(_ request: Request, _ context: SiteContext) async throws -> Response {
        let form = try await Form.read(request)
        let act: RecordedActID = try context.id("act")
        return try await site.decide(form, request, context, next: .inbox) { id, viewer in
            let answer: RecordedAct.Answer = try form.saysYes ? .right : .wrong
            try await site.mandateDesk.answer(act, of: id, answer, by: viewer, form: form.id(site.world))
        }
    }
}
