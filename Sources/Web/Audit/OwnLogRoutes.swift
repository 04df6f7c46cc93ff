import Accounts
import Audit
import Hummingbird
import Storage

/// A citizen looks who did what with their data.
struct OwnLogRoutes: Routes {
    let site: Site

    private static let size = 100

    func add(to router: Router<SiteContext>) {
        router.get("/wie-deed-wat", use: show)
    }

    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let citizen = try context.requireNamedLearner()
        let before = Int(Form(encoded: request.uri.query ?? "")["voor"])
        let (entries, people) = try await site.database.read { connection in
            let entries = try AuditLog().page(about: citizen.id, before: before, size: Self.size + 1, on: connection)
            return (entries, try Site.actors(of: entries, on: connection))
        }
        let page = OwnLogPage(
            ink: site.ink(context), entries: Array(entries.prefix(Self.size)), actors: people,
            hasMore: entries.count > Self.size)
        return site.answer(page, request, context)
    }
}

extension Site {
    /// Who did these, by account.
    static func actors(
        of entries: [LoggedEntry], on connection: any Connection
    ) throws(StorageError) -> [AccountID: Account] {
        var actors: [AccountID: Account] = [:]
        for id in Set(entries.compactMap(\.entry.actor)) { actors[id] = try AccountStore().account(id, on: connection) }
        return actors
    }
}
