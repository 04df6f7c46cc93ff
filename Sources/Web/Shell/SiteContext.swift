import Accounts
import Courseware
import Hummingbird
import NIOCore
import Storage

/// What is known of one request, besides the request itself.
struct SiteContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The address the request came from.
    var address: String
    var visitor: Visitor = .stranger
    var language: Language = .dutch

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        address = source.channel.remoteAddress?.ipAddress ?? "unknown"
    }
}

/// Who is looking.
enum Visitor: Sendable {
    /// Nobody we know: no cookie, or a session that ended.
    case stranger
    case known(Session, SessionToken)

    var session: Session? { if case .known(let session, _) = self { session } else { nil } }
    var token: SessionToken? { if case .known(_, let token) = self { token } else { nil } }
    var account: Account? { session?.account }
    var isStranger: Bool { session == nil }
}
