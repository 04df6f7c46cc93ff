import Accounts
import HTTPTypes
import Hummingbird
import Logging
import Mandates
import Storage

/// What went wrong, as a page in the visitor's words. The error's own text goes to the log only.
extension FrontDoor {
    func troubled(by error: any Error, _ request: Request, _ context: SiteContext) -> Response {
        switch error {
        case Interruption.signInFirst(let kind):
            let door = kind == .staff ? Path.staffSignIn : Path.signIn
            return redirect(to: door.returning(to: Path(request.method == .get ? request.uri.string : "/")))
        case Interruption.notFound, is MandateMissing: return page(.notFound, "error.not-found", request, context)
        case Interruption.refused(let status, let label): return page(status, label, request, context)
        case let error as TooManyTries: return waiting(error, request, context)
        case let error as StorageError: return storage(error, request, context)
        case let error as any HTTPResponseError: return http(error, request, context)
        default: return unexpected(error, request, context)
        }
    }

    private func http(_ error: any HTTPResponseError, _ request: Request, _ context: SiteContext) -> Response {
        switch error.status {
        case .notFound: page(.notFound, "error.not-found", request, context)
        case .contentTooLarge: page(.contentTooLarge, "error.too-large", request, context)
        case .badRequest: page(.badRequest, "error.bad-request", request, context)
        default: unexpected(error, request, context)
        }
    }

    private func storage(_ error: StorageError, _ request: Request, _ context: SiteContext) -> Response {
        switch error {
        case .diskFull:
            context.logger.critical("the disk is full: nothing can be kept")
            return page(HTTPResponse.Status(code: 507, reasonPhrase: "Insufficient Storage"), "error.not-kept", request, context)
        case .stopped, .closed:
            context.logger.critical("\(error)")
            return page(.serviceUnavailable, "error.not-kept", request, context)
        case .unreachable:
            context.logger.critical("\(error)")
            return page(.serviceUnavailable, "error.unreachable", request, context)
        default: return unexpected(error, request, context)
        }
    }

    private func unexpected(_ error: any Error, _ request: Request, _ context: SiteContext) -> Response {
        context.logger.error("\(request.method) failed: \(error)", metadata: ["route": "\(context.endpointPath ?? "")"])
        return page(.internalServerError, "error.unexpected", request, context)
    }

    private func waiting(_ error: TooManyTries, _ request: Request, _ context: SiteContext) -> Response {
        let seconds = max(1, Int(error.wait.components.seconds))
        var response = page(
            .tooManyRequests, "error.too-many-tries", request, context,
            values: ["minutes": String((seconds + 59) / 60)])
        response.headers[.retryAfter] = String(seconds)
        return response
    }

    private func page(
        _ status: HTTPResponse.Status, _ label: String, _ request: Request, _ context: SiteContext,
        values: [String: String] = [:]
    ) -> Response {
        let page = ErrorPage(labels: site.ink(context).labels, label: label, values: values, requestID: context.id)
        var response = site.answer(page, request, context, status: status)
        response.headers[.cacheControl] = "no-store"
        return response
    }
}
