import Accounts
import Courseware
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Storage

/// Every request comes in here and every answer goes out here: who is it, may it be, and how is it sent.
struct FrontDoor<Inside: HTTPResponder>: HTTPResponder where Inside.Context == SiteContext {
    let site: Site
    let inside: Inside
    private let pages = PageCache()

    func respond(to request: Request, context: SiteContext) async throws -> Response {
        site.shelf.refresh()
        let isSecure = isSecure(request)
        let cookie = SessionCookie(isSecure: isSecure)
        var context = context
        context.address = address(of: request, context)
        context.language = language(of: request)
        var response: Response
        do {
            response = try await answer(request, &context, cookie)
        } catch {
            response = troubled(by: error, request, context)
        }
        SecurityHeaders.add(to: &response.headers, isSecure: isSecure)
        return response
    }

    private func answer(
        _ request: Request, _ context: inout SiteContext, _ cookie: SessionCookie
    ) async throws -> Response {
        if let file = site.assets.file(at: request.uri.path) { return serve(file, request) }
        guard SameOrigin.allows(request) else {
            throw Interruption.refused(.forbidden, label: "error.other-site")
        }
        if let token = cookie.token(in: request) { context.visitor = try await visitor(token) }
        let key = PageCache.Key(path: request.uri.string, language: context.language)
        let isShared = context.visitor.isStranger && request.method == .get && request.uri.query == nil
        let generation = site.shelf.generation
        if isShared, let entry = pages.entry(key, generation: generation) {
            return send(entry, request)
        }
        var response = try await inside.respond(to: request, context: context)
        // The router answers its own errors without a page: unknown address, body too large.
        if response.status.code >= 400, response.body.contentLength == 0 { throw HTTPError(response.status) }
        if isShared, response.status == .ok, response.headers[.cacheControl] == nil,
            let body = try await response.wholeBody()
        {
            pages.keep(body, for: key, generation: generation)
            if let entry = pages.entry(key, generation: generation) { return send(entry, request) }
            response.body = ResponseBody(byteBuffer: body)
        }
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        return try await compressed(response, request)
    }

    /// The same page for every stranger: the browser may keep it, and asks each time whether it is still the same.
    private func send(_ entry: PageCache.Entry, _ request: Request) -> Response {
        let headers: HTTPFields = [
            .contentType: "text/html; charset=utf-8", .eTag: entry.tag, .cacheControl: "private, no-cache",
            .vary: "Cookie, Accept-Encoding",
        ]
        if request.headers[.ifNoneMatch] == entry.tag { return Response(status: .notModified, headers: headers) }
        return body(entry.body, entry.compressed, request, headers)
    }

    private func serve(_ file: Assets.File, _ request: Request) -> Response {
        body(
            file.body, file.compressed, request,
            [
                .contentType: file.contentType, .vary: "Accept-Encoding",
                .cacheControl: "public, max-age=31536000, immutable",
            ])
    }

    private func body(
        _ plain: ByteBuffer, _ compressed: ByteBuffer?, _ request: Request, _ headers: HTTPFields
    ) -> Response {
        guard let compressed, request.acceptsGzip else {
            return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: plain))
        }
        var headers = headers
        headers[.contentEncoding] = "gzip"
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: compressed))
    }

    /// No page here holds a secret, so compressing what a visitor typed gives nothing away (BREACH).
    private func compressed(_ response: Response, _ request: Request) async throws -> Response {
        guard request.acceptsGzip, response.headers[.contentType]?.hasPrefix("text/") == true,
            response.headers[.contentType] != "text/event-stream",
            response.body.contentLength ?? 0 > 1_000, let body = try await response.wholeBody(),
            let compressed = Gzip.compress(body, level: 1)
        else { return response }
        var response = response
        response.headers[.contentEncoding] = "gzip"
        response.headers[.contentLength] = nil
        response.headers[.vary] = "Cookie, Accept-Encoding"
        response.body = ResponseBody(byteBuffer: compressed)
        return response
    }

    /// Who holds the token; looking is a sign of life, kept at most once a minute.
    private func visitor(_ token: SessionToken) async throws -> Visitor {
        let now = site.now
        let session = try await site.database.read { try SessionStore().session(token, at: now, on: $0) }
        guard let session else { return .stranger }
        if now - session.seenAt > .minutes(1) {
            try await site.database.write { try SessionStore().touch(token, at: now, on: $0) }
        }
        return .known(session, token)
    }

    private func language(of request: Request) -> Language {
        guard let language = request.cookie(named: LanguageRoutes.cookie).flatMap(Language.init(rawValue:)),
            site.library.readingLanguages.contains(language)
        else { return .dutch }
        return language
    }

    /// The address whose tries are counted.
    private func address(of request: Request, _ context: SiteContext) -> String {
        guard site.settings.isBehindProxy, let last = request.headers[.forwardedFor]?.split(separator: ",").last
        else { return VisitorAddress(context.address).counted }
        return VisitorAddress(String(last.trimmingPrefix(while: \.isWhitespace))).counted
    }

    private func isSecure(_ request: Request) -> Bool {
        site.settings.isBehindProxy && request.headers[.forwardedProto] == "https"
    }
}

extension Request {
    fileprivate var acceptsGzip: Bool {
        headers[values: .acceptEncoding].contains { value in
            value.split(separator: ",").contains { coding in
                let parts = coding.split(separator: ";").map { $0.filter { !$0.isWhitespace } }
                return parts.first == "gzip" && !parts.dropFirst().contains { $0 == "q=0" || $0 == "q=0.0" }
            }
        }
    }
}
