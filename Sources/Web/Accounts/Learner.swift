import Accounts
import Hummingbird
import Storage

/// The learner who does something, known or new: the first deed of a stranger makes an account for the browser.
struct Learner: Sendable {
    let account: Account
    /// The new session, which the answer must hand to the browser.
    let newToken: SessionToken?

    /// The answer, with the cookie where the session is new.
    func answer(_ response: Response, _ cookie: SessionCookie) -> Response {
        guard let newToken else { return response }
        return response.keeping(newToken, .browser, cookie)
    }
}

extension Site {
    func learner(_ context: SiteContext) async throws -> Learner {
        if let account = context.visitor.account { return Learner(account: account, newToken: nil) }
        let token = SessionToken(world.randomness)
        let account = try await database.write { [registration] in
            try registration.registerBrowser(token, address: context.address, on: $0)
        }
        return Learner(account: account, newToken: token)
    }

    func cookie(_ request: Request) -> SessionCookie {
        SessionCookie(isSecure: settings.isBehindProxy && request.headers[.forwardedProto] == "https")
    }
}
