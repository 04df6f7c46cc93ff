import Accounts
import Hummingbird
import Mandates
import Storage

/// Writing to each other, and calling the coordinator.
struct ConversationRoutes: Routes {
    let site: Site

    func add(to router: Router<SiteContext>) {
        router.get("/berichten/:match", use: show)
        router.post("/berichten/:match", use: send)
        router.post("/berichten/:match/oproep", use: call)
        router.post("/coordinatie/oproepen/:call/afhandeling", use: settle)
    }

    private func page(_ context: SiteContext) async throws -> ConversationPage {
        let person = try context.requireCorrespondent()
        guard let conversation = try await site.messageDesk.conversation(in: try context.id("match"), for: person)
        else { throw Interruption.notFound }
        return ConversationPage(ink: site.ink(context), viewer: person, conversation: conversation, now: site.now)
    }

    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        site.answer(try await page(context), request, context)
    }

    /// What is refused comes back as it was typed, so that it can be mended.
    private func send(_ request: Request, _ context: SiteContext) async throws -> Response {
        let person = try context.requireCorrespondent()
        let match: HelperMatchID = try context.id("match")
        let form = try await Form.read(request)
        let text = form["bericht"].replacing("\r\n", with: "\n")
        do {
            try await site.messageDesk.send(text, in: match, by: person, form: form.id(site.world))
            return redirect(to: .conversation(match))
        } catch let refusal as MessageRefusal {
            var page = try await page(context)
            page.text = text
            page.refusal = refusal
            return site.answer(page, request, context, status: .unprocessableContent)
        }
    }

    private func call(_ request: Request, _ context: SiteContext) async throws -> Response {
        let person = try context.requireCorrespondent()
        let match: HelperMatchID = try context.id("match")
        let form = try await Form.read(request)
        try await site.messageDesk.call(in: match, by: person, form: form.id(site.world))
        return redirect(to: .conversation(match))
    }

    private func settle(_ request: Request, _ context: SiteContext) async throws -> Response {
        let coordinator = try context.require(.coordinator)
        guard try await site.messageDesk.settle(try context.id("call"), by: coordinator) else { throw Interruption.notFound }
        return redirect(to: .coordination)
    }
}
