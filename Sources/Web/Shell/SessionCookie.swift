import Accounts
import HTTPTypes
import Hummingbird
import Storage

/// The cookie that holds a session's token, and the one that holds the language.
struct SessionCookie {
    let isSecure: Bool

    /// Behind TLS the name binds the cookie to this host and to https (RFC 6265bis, 4.1.3.2).
    private var name: String { isSecure ? "__Host-meedoen" : "meedoen" }

    func token(in request: Request) -> SessionToken? {
        request.cookie(named: name).flatMap(SessionToken.init(text:))
    }

    func header(_ token: SessionToken, _ kind: SessionKind) -> String {
        let lasting = kind == .shared ? "" : "; Max-Age=\(kind.longestIdle.wholeMilliseconds / 1000)"
        return "\(name)=\(token.text); Path=/; HttpOnly; SameSite=Lax\(secure)\(lasting)"
    }

    /// Takes the cookie away.
    var expired: String { "\(name)=; Path=/; HttpOnly; SameSite=Lax\(secure); Max-Age=0" }

    private var secure: String { isSecure ? "; Secure" : "" }
}

extension Request {
    /// The value of the cookie, as it was sent.
    func cookie(named name: String) -> String? {
        for header in headers[values: .cookie] {
            for pair in header.utf8.split(separator: UInt8(ascii: ";")) {
                let pair = pair.drop { $0 == UInt8(ascii: " ") }
                guard let equals = pair.firstIndex(of: UInt8(ascii: "=")), pair[..<equals].elementsEqual(name.utf8)
                else { continue }
                return String(Substring(pair[pair.index(after: equals)...]))
            }
        }
        return nil
    }
}

extension Response {
    /// The browser keeps the session.
    func keeping(_ token: SessionToken, _ kind: SessionKind, _ cookie: SessionCookie) -> Response {
        var response = self
        response.headers.append(HTTPField(name: .setCookie, value: cookie.header(token, kind)))
        return response
    }
}
