package import Storage

/// What the code on a paper tells whoever has it: which service and acts, until when, and the initials of both. Not how it
/// ended: that is nobody's business.
package struct CheckedMandate: Sendable, Equatable {
    package enum Answer: String, Sendable, CaseIterable {
        case valid
        /// The helper may do nothing for a while.
        case paused
        case ended
    }

    package let mandate: Mandate
    package let code: CheckCode
    package let citizen: Initials
    package let helper: Initials

    package func answer(at instant: Instant) -> Answer {
        switch mandate.state(at: instant) {
        case .active: .valid
        case .suspended: .paused
        // A code is made with the yes, so there is none before it; and without a yes nothing holds.
        case .unconfirmed, .offered, .ended: .ended
        }
    }

    /// Until when it holds, or held.
    package func until(at instant: Instant) -> Instant { mandate.ending(at: instant)?.at ?? mandate.validUntil }
}
