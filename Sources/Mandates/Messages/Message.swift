package import Courseware
package import Storage

/// What one of the two of a match wrote to the other: plain text.
package struct Message: Sendable, Equatable {
    package static let longest = 1000

    package let id: MessageID
    package let by: AccountID
    package let at: Instant
    package let text: String

    package init(id: MessageID, by: AccountID, at: Instant, text: String) {
        self.id = id
        self.by = by
        self.at = at
        self.text = text
    }
}

extension MatchedPair {
    /// Whether this one of the two may write this to the other. While the mandate stands still the helper does nothing,
    /// and so does not write; the citizen may, for the pause is there to protect them and not to silence them.
    package func check(_ message: Message) throws(MessageRefusal) {
        try checkWriting(by: message.by, at: message.at)
        guard !message.text.isEmpty else { throw .empty }
        guard message.text.unicodeScalars.count <= Message.longest else { throw .tooLong }
        if let secret = SecretLike.found(in: message.text) { throw .secret(secret) }
    }

    private func checkWriting(by person: AccountID, at instant: Instant) throws(MessageRefusal) {
        guard isSide(person) else { throw .notYours }
        switch state(at: instant) {
        case .ended: throw .ended
        case .paused: guard person == citizen else { throw .suspended }
        case .open: break
        }
    }
}

/// Why a message was not sent.
package enum MessageRefusal: Refusal, Equatable {
    /// Not one of the two.
    case notYours
    case empty
    case tooLong
    /// A number, a code or a password stands in it.
    case secret(SecretLike)
    /// The mandate stands still, and the helper does nothing.
    case suspended
    /// The help has ended.
    case ended

    package var reason: String {
        switch self {
        case .notYours: "not-yours"
        case .empty: "empty"
        case .tooLong: "too-long"
        case .secret(let secret): "secret-\(secret.rawValue)"
        case .suspended: "suspended"
        case .ended: "ended"
        }
    }
}
