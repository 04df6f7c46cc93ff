import Accounts
import Hummingbird
import Storage

/// Behind a set-up link: choosing a password and adding an authenticator app.
struct SetUpRoutes: Routes {
    let site: Site

    func add(to router: Router<SiteContext>) {
        router.get("/instellen/:token", use: show)
        router.post("/instellen/:token", use: finish)
    }

    private func page(_ request: Request, _ context: SiteContext) async throws -> SetUpPage {
        let token = SetUpToken(text: context.parameters.get("token") ?? "")
        do {
            let account = try await site.setUp.account(of: token)
            return SetUpPage(
                ink: site.ink(context), token: token, account: account,
                authenticator: Authenticator(derivedFrom: token))
        } catch SetUpRefusal.linkEnded {
            throw Interruption.refused(.gone, label: "error.link-ended")
        }
    }

    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        var response = site.answer(try await page(request, context), request, context)
        response.headers[.cacheControl] = "no-store"
        return response
    }

    private func finish(_ request: Request, _ context: SiteContext) async throws -> Response {
        var page = try await page(request, context)
        let form = try await Form.read(request)
        do {
            let session = try await site.setUp.finish(
                page.token, password: form.raw("wachtwoord"), repeated: form.raw("herhaald"),
                oneTimeCode: form["eenmalige-code"], address: context.address)
            return redirect(to: .home).keeping(session, .shared, site.cookie(request))
        } catch let refusal as PasswordRefusal {
            page.problem = SetUpPage.Problem(refusal)
        } catch SetUpRefusal.repeatedDiffers {
            page.problem = .repeatedDiffers
        } catch SetUpRefusal.wrongCode {
            page.problem = .wrongCode
        } catch SetUpRefusal.linkEnded {
            throw Interruption.refused(.gone, label: "error.link-ended")
        }
        return site.answer(page, request, context, status: .unprocessableContent)
    }
}
