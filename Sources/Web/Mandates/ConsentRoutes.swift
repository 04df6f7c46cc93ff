import Accounts
import Hummingbird
import Mandates
import Storage

/// The citizen agrees: in a session of their own, or on paper before somebody of the staff.
struct ConsentRoutes: Routes {
    let site: Site

    func add(to router: Router<SiteContext>) {
        router.post("/machtigingen/:mandate/instemming", use: consent)
        router.post("/machtigingen/:mandate/papieren-instemming", use: consentOnPaper)
    }

    private func consent(_ request: Request, _ context: SiteContext) async throws -> Response {
        let form = try await Form.read(request)
        return try await site.decide(form, request, context) { id, viewer in
            try await site.mandateDesk.consent(
                to: id, by: viewer, code: form.raw("code"), declares: form.has("zelf"), form: form.id(site.world))
        }
    }

    private func consentOnPaper(_ request: Request, _ context: SiteContext) async throws -> Response {
        let form = try await Form.read(request)
        return try await site.decide(form, request, context) { id, viewer in
            guard let signatory = MandateEvent.Signatory(rawValue: form["ondertekenaar"]) else { throw MandateRefusal.notSeen }
            try await site.mandateDesk.consentOnPaper(
                to: id, signedBy: signatory, sawPerson: form.has("persoon"), sawPaper: form.has("papier"), by: viewer,
                form: form.id(site.world))
        }
    }
}
