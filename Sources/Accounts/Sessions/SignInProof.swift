package import Storage

/// That it is still the same person behind the screen: the one-time code was entered, and nobody was away since.
package struct SignInProof: Sendable, Equatable {
    package static let longestIdle = Duration.minutes(15)

    /// When the one-time code was entered last.
    package let provedAt: Instant
    /// When somebody came back after having been away that long.
    package let resumedAt: Instant?
    /// The last sign of life before now.
    package let seenAt: Instant

    package init(provedAt: Instant, resumedAt: Instant? = nil, seenAt: Instant) {
        self.provedAt = provedAt
        self.resumedAt = resumedAt
        self.seenAt = seenAt
    }

    package func holds(at instant: Instant) -> Bool {
        instant - seenAt < Self.longestIdle && resumedAt.map { $0 <= provedAt } ?? true
    }
}
