import Accounts
import Hummingbird
import Mandates
import Storage

/// The inbox of a citizen or a helper: what happened, what waits for an answer, and what the other wrote.
struct InboxRoutes: Routes {
    let site: Site

    func add(to router: Router<SiteContext>) {
        router.get("/berichten", use: show)
    }

    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let person = try context.requireCorrespondent()
        let now = site.now
        let inbox = try await site.database.read { try Inbox(of: person.id, at: now, on: $0) }
        return site.answer(InboxPage(ink: site.ink(context), viewer: person, inbox: inbox), request, context)
    }
}
