import Audit
package import Storage

/// A browser that is signed in.
package struct Session: Sendable, Equatable {
    package let account: Account
    package let kind: SessionKind
    package let seenAt: Instant
    package let proof: SignInProof

    /// When it ends, if nothing more is done in it.
    package var endsAt: Instant { seenAt + kind.longestIdle }
    package func isRunning(at instant: Instant) -> Bool { instant < endsAt }
}

package enum SessionKind: String, SQLText, CaseIterable {
    /// Nobody signed in: somebody just began to learn. It ends late, for there is no other way back to the progress.
    case browser
    /// Somebody's own computer.
    case personal
    /// A computer that others use too, and every session of staff.
    case shared

    package var longestIdle: Duration {
        switch self {
        case .browser: .days(180)
        case .personal: .days(30)
        case .shared: .minutes(20)
        }
    }
}

/// The secret in the browser's cookie: 32 random bytes as text. Only its hash is kept.
package struct SessionToken: Sendable, Equatable {
    package let text: String

    package init(_ randomness: Randomness) { text = Hex.text(randomness.bytes(32)) }

    /// Nothing where it cannot be one of ours.
    package init?(text: String) {
        guard text.utf8.count == 64 else { return nil }
        self.text = text
    }

    package var hash: [UInt8] { SHA256.digest(of: Array(text.utf8)) }
}
