import Accounts
import Hummingbird
import Learning
import Storage

/// Signing in and out, and staying signed in.
struct SignInRoutes: Routes {
    let site: Site

    func add(to router: Router<SiteContext>) {
        router.get("/inloggen") { request, context in show(.learner, request, context) }
        router.post("/inloggen") { request, context in try await signIn(.learner, request, context) }
        router.get("/inloggen/medewerker") { request, context in show(.staff, request, context) }
        router.post("/inloggen/medewerker") { request, context in try await signIn(.staff, request, context) }
        router.post("/uitloggen", use: signOut)
        router.get("/uitgelogd") { request, context in
            site.answer(SignedOutPage(labels: site.ink(context).labels), request, context)
        }
        router.get("/nog-bezig", use: askWhetherStillThere)
        router.post("/nog-bezig") { request, _ in
            redirect(to: Path.local(try await Form.read(request)["terug"]) ?? .home)
        }
    }

    private func show(_ kind: SignInKind, _ request: Request, _ context: SiteContext) -> Response {
        let query = Form(encoded: request.uri.query ?? "")
        let page = SignInPage(
            kind: kind, ink: site.ink(context), name: query["naam"], returnPath: Path.local(query["terug"]))
        return site.answer(page, request, context)
    }

    private func signIn(_ kind: SignInKind, _ request: Request, _ context: SiteContext) async throws -> Response {
        let form = try await Form.read(request)
        var page = SignInPage(
            kind: kind, ink: site.ink(context), name: form["naam"], returnPath: Path.local(form["terug"]))
        page.isOwnComputer = form.has("eigen")
        let attempt = SignIn.Attempt(
            name: form["naam"], secret: form.raw(kind == .staff ? "wachtwoord" : "code"),
            oneTimeCode: form["eenmalige-code"], address: context.address)
        page.problem = attempt.problem(kind)
        if page.problem != nil { return site.answer(page, request, context, status: .unprocessableContent) }
        do {
            let (token, account) = try await site.signIn.signIn(attempt, kind: page.isOwnComputer ? .personal : .shared)
            try await leaveBrowser(context, for: account)
            let sessionKind: SessionKind = account.isStaff || !page.isOwnComputer ? .shared : .personal
            return redirect(to: page.returnPath ?? .home).keeping(token, sessionKind, site.cookie(request))
        } catch SignInRefusal.wrong {
            page.problem = .wrong
            return site.answer(page, request, context, status: .unprocessableContent)
        }
    }

    /// What was learned in this browser without a name goes along with whoever signs in.
    private func leaveBrowser(_ context: SiteContext, for account: Account) async throws {
        guard case .known(let session, let token) = context.visitor else { return }
        if session.account.loginName == nil, !account.isStaff {
            try await site.database.write { [site] in
                try LearningLog(world: site.world).handOver(from: session.account.id, to: account.id, on: $0)
            }
        }
        try await site.signIn.signOut(token)
    }

    /// Who has no name cannot come back, so is asked first.
    private func signOut(_ request: Request, _ context: SiteContext) async throws -> Response {
        let isSure = try await Form.read(request).has("zeker")
        if let account = context.visitor.account, account.loginName == nil, !isSure {
            return site.answer(LeavePage(labels: site.ink(context).labels), request, context)
        }
        if let token = context.visitor.token { try await site.signIn.signOut(token) }
        var response = redirect(to: .signedOut)
        response.headers[.setCookie] = site.cookie(request).expired
        return response
    }

    private func askWhetherStillThere(_ request: Request, _ context: SiteContext) throws -> Response {
        guard !context.visitor.isStranger else { return redirect(to: .signedOut) }
        let path = Path.local(Form(encoded: request.uri.query ?? "")["terug"]) ?? .home
        return site.answer(StillTherePage(labels: site.ink(context).labels, returnPath: path), request, context)
    }
}

/// What is wrong with what was typed to sign in.
enum SignInProblem: String {
    case nameMissing = "name-missing"
    case secretMissing = "secret-missing"
    case oneTimeCodeMissing = "one-time-code-missing"
    case wrong
}

extension SignIn.Attempt {
    func problem(_ kind: SignInKind) -> SignInProblem? {
        if name.isEmpty { return .nameMissing }
        if secret.isEmpty { return .secretMissing }
        return kind == .staff && oneTimeCode.isEmpty ? .oneTimeCodeMissing : nil
    }
}
