import Accounts
import Courseware
import HTTPTypes
import Hummingbird
import Markup
import NIOCore
import Storage

/// How handlers answer.
extension Site {
    /// What a page draws with, for this request.
    func ink(_ context: SiteContext) -> Ink {
        let library = library
        return Ink(
            labels: Labels(context.language, in: library), language: context.language, library: library, account: context.visitor.account,
            world: world)
    }

    /// The page in its frame.
    func answer(
        _ page: any Page, _ request: Request, _ context: SiteContext, status: HTTPResponse.Status = .ok
    ) -> Response {
        let library = library
        let frame = Frame(
            page: page, labels: Labels(context.language, in: library), language: context.language,
            languages: library.readingLanguages.sorted { $0.rawValue < $1.rawValue }, visitor: context.visitor,
            here: request.method == .get ? Path(request.uri.string) : Path(request.uri.path),
            assets: assets.addresses, isDemonstration: settings.demonstration != nil,
            preview: settings.isPreview ? preview(page, context) : nil,
            refused: context.visitor.account?.has(.author) == true ? shelf.refused : [])
        return Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: frame.html.bytes)))
    }
}

/// 303: the browser asks for the other address with GET. A new session travels along as a cookie.
func redirect(to path: Path) -> Response {
    Response(status: .seeOther, headers: [.location: path.text])
}

/// Thrown by a handler that cannot answer; the front door draws the page.
enum Interruption: Error {
    /// There is no such thing, or it is not for this visitor to see.
    case notFound
    /// First sign in, then come back.
    case signInFirst(as: SignInKind)
    /// The deed is refused, with the key of the sentence that says why.
    case refused(HTTPResponse.Status, label: String)
}

enum SignInKind {
    case learner
    case staff
}

extension SiteContext {
    /// The visitor, who must have this role: a stranger is sent to sign in, another finds nothing here.
    func require(_ role: Role) throws -> Account {
        guard let account = visitor.account else {
            throw Interruption.signInFirst(as: role.isStaff ? .staff : .learner)
        }
        guard account.has(role) else { throw Interruption.notFound }
        return account
    }

    /// The visitor, who must be a learner with a name of their own.
    func requireNamedLearner() throws -> Account {
        let account = try require(.learner)
        guard account.loginName != nil else { throw Interruption.signInFirst(as: .learner) }
        return account
    }

    /// The part of the address with this name, as an id.
    func id<ID: RawRepresentable>(_ name: String) throws -> ID where ID.RawValue == String {
        guard let text = parameters.get(name), let id = ID(rawValue: text) else { throw Interruption.notFound }
        return id
    }
}
