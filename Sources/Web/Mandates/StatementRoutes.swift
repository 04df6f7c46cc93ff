import Accounts
import Courseware
import HTTPTypes
import Hummingbird
import Mandates
import NIOCore
import Storage

/// The signed statement of a mandate that holds, and the keys that it can be verified with.
struct StatementRoutes: Routes {
    let site: Site

    func add(to router: Router<SiteContext>) {
        router.get("/machtigingen/:mandate/verklaring", use: ofMandate)
        router.get("/controle/:code/verklaring", use: ofCode)
        router.get("/.well-known/jwks.json", use: keys)
    }

    private func ofMandate(_ request: Request, _ context: SiteContext) async throws -> Response {
        let viewer = try context.requireAnybody()
        return try statement(try await site.checkDesk.takeStatement(of: try context.id("mandate"), by: viewer))
    }

    private func ofCode(_ request: Request, _ context: SiteContext) async throws -> Response {
        guard let code = try? CheckCode(typed: context.typedCode) else { throw Interruption.notFound }
        return try await Pace.even {
            try statement(
                try await site.checkDesk.takeStatement(of: code, by: context.visitor.account, from: context.address))
        }
    }

    /// As a file; nothing of what does not hold now.
    private func statement(_ checked: CheckedMandate?) throws -> Response {
        guard let checked else { throw Interruption.notFound }
        let issuer = site.settings.address ?? site.settings.localAddress
        let statement = Statement(
            checked, site.library.service(checked.mandate.service), issuer: issuer,
            check: issuer + Path.check(checked.code).text, id: site.world.newID(), at: site.now)
        let signed = try site.statements.sign(statement)
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/jwt", .contentDisposition: #"attachment; filename="machtiging.jwt""#,
            ], body: ResponseBody(byteBuffer: ByteBuffer(string: signed.text + "\n"))
        ).keptNowhere
    }

    /// For everybody, also for pages of others.
    private func keys(_ request: Request, _ context: SiteContext) throws -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: "application/jwk-set+json", .cacheControl: "public, max-age=300",
                .accessControlAllowOrigin: "*",
            ], body: ResponseBody(byteBuffer: ByteBuffer(string: try site.statements.published().json)))
    }
}
