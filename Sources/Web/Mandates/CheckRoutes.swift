import Foundation
import Hummingbird
import Mandates
import Storage

/// The page for who has the paper of a mandate before them: does it hold?
struct CheckRoutes: Routes {
    let site: Site

    func add(to router: Router<SiteContext>) {
        router.get("/controle") { request, context in
            site.answer(CheckFormPage(ink: site.ink(context)), request, context)
        }
        router.post("/controle", use: find)
        router.get("/controle/:code", use: show)
    }

    private func find(_ request: Request, _ context: SiteContext) async throws -> Response {
        let typed = try await Form.read(request)["code"]
        do {
            return redirect(to: .check(try CheckCode(typed: typed)))
        } catch {
            return refuse(typed, error, request, context)
        }
    }

    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let typed = context.typedCode
        let code: CheckCode
        do {
            code = try CheckCode(typed: typed)
        } catch {
            return refuse(typed, error, request, context)
        }
        return try await Pace.even {
            let checked = try await site.checkDesk.check(code, by: context.visitor.account, from: context.address)
            let page = CheckPage(ink: site.ink(context), code: code, checked: checked, now: site.now)
            return site.answer(page, request, context).keptNowhere
        }
    }

    private func refuse(
        _ typed: String, _ mistake: CheckCodeMistake, _ request: Request, _ context: SiteContext
    ) -> Response {
        let page = CheckFormPage(ink: site.ink(context), typed: String(typed.prefix(60)), mistake: mistake)
        return site.answer(page, request, context, status: .unprocessableContent).keptNowhere
    }
}

extension SiteContext {
    /// The code in the address, as somebody may have typed it there.
    var typedCode: String {
        let text = parameters.get("code") ?? ""
        return text.removingPercentEncoding ?? text
    }
}

extension Response {
    /// Neither browsers nor search engines keep what was asked here, nor the code in the address.
    var keptNowhere: Response {
        var response = self
        response.headers[.cacheControl] = "no-store"
        response.headers[.robotsTag] = "noindex, nofollow"
        return response
    }
}
