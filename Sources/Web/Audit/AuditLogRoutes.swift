import Accounts
import Audit
import Hummingbird
import Storage

/// The auditor reads the log. That is a deed as well, and stands in it.
struct AuditLogRoutes: Routes {
    let site: Site

    private static let size = 50

    func add(to router: Router<SiteContext>) {
        router.get("/logboek", use: show)
    }

    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let auditor = try context.require(.auditor)
        let query = Form(encoded: request.uri.query ?? "")
        let wanted = AuditLogPage.Wanted(
            day: query["dag"], action: query["handeling"], outcome: query["uitkomst"], before: Int(query["voor"]))
        let filter = wanted.filter
        let day = wanted.isUnderstood && !wanted.day.isEmpty ? wanted.day : "all"
        let (entries, actors) = try await site.database.read { connection in
            let entries = try AuditLog().page(filter, before: wanted.before, size: Self.size + 1, on: connection)
            return (entries, try Site.actors(of: entries, on: connection))
        }
        try await site.database.write { [site] connection in
            try AuditLog().append(
                AuditEntry(.auditSeen, AuditObject("audit-log", day), at: site.now, by: auditor.id, for: .audit),
                on: connection)
        }
        let page = AuditLogPage(
            ink: site.ink(context), wanted: wanted, entries: Array(entries.prefix(Self.size)), actors: actors,
            hasMore: entries.count > Self.size)
        return site.answer(page, request, context, status: wanted.isUnderstood ? .ok : .unprocessableContent)
    }
}
