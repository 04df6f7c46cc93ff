import Accounts
import Hummingbird
import Storage

/// A learner takes a name and gets three words, to go on anywhere.
struct NameRoutes: Routes {
    let site: Site

    func add(to router: Router<SiteContext>) {
        router.get("/mijn-naam", use: show)
        router.post("/mijn-naam", use: take)
    }

    private func show(_ request: Request, _ context: SiteContext) throws -> Response {
        if let account = context.visitor.account, account.loginName != nil { return redirect(to: .home) }
        return site.answer(TakeNamePage(ink: site.ink(context)), request, context)
    }

    private func take(_ request: Request, _ context: SiteContext) async throws -> Response {
        let form = try await Form.read(request)
        let name = form["naam"]
        let learner = try await site.learner(context)
        guard learner.account.loginName == nil else { return redirect(to: .home) }
        do {
            let card = try await site.registration.takeName(name, for: learner.account)
            let page = LoginCardPage(ink: site.ink(context), card: card, signInAddress: site.signInAddress(card, request))
            var response = site.answer(page, request, context)
            response.headers[.cacheControl] = "no-store"
            return learner.answer(response, site.cookie(request))
        } catch let refusal as RegistrationRefusal {
            let page = TakeNamePage(ink: site.ink(context), name: name, refusal: refusal)
            return learner.answer(
                site.answer(page, request, context, status: .unprocessableContent), site.cookie(request))
        }
    }
}

extension Site {
    /// What the QR code on a card opens: the sign-in page with the name filled in. The code is never in an address.
    func signInAddress(_ card: LoginCard, _ request: Request) -> String {
        "\(address(of: .signIn, request))?naam=\(card.loginName.rawValue.percentEncoded)"
    }

    /// The whole address, for paper and for other programs.
    func address(of path: Path, _ request: Request) -> String { origin(request) + path.text }

    /// Where people find the site: as it was told, or else as the browser asked for it.
    func origin(_ request: Request) -> String {
        if let address = settings.address { return address }
        let scheme = settings.isBehindProxy && request.headers[.forwardedProto] == "https" ? "https" : "http"
        return "\(scheme)://\(request.head.authority ?? "localhost")"
    }
}
