package import Storage

/// When and where two meet. It belongs to a match: who may not help any more has nothing to meet for. What happens to
/// it is kept as events, and how it stands follows from these, from the match and from the clock.
package struct Appointment: Sendable, Equatable {
    package let id: AppointmentID
    package let match: HelperMatchID
    package let proposedBy: AccountID
    package let proposedAt: Instant
    /// As it was proposed first.
    package let firstSlot: AppointmentSlot
    /// In the order in which they happened.
    package internal(set) var events: [AppointmentEvent] = []

    package init(
        id: AppointmentID, match: HelperMatchID, proposedBy: AccountID, proposedAt: Instant, slot: AppointmentSlot
    ) {
        self.id = id
        self.match = match
        self.proposedBy = proposedBy
        self.proposedAt = proposedAt
        firstSlot = slot
    }

    package enum State: String, Sendable, CaseIterable {
        /// Waits for a yes of the one who did not name this moment.
        case proposed
        case accepted
        case cancelled
        /// The moment came without a yes.
        case unanswered
        case past
        /// The help ended before the moment came.
        case stopped
    }

    package func state(at instant: Instant, in pair: MatchedPair) -> State {
        let standing = standing
        if standing.state == .cancelled { return .cancelled }
        if case .ended(let end) = pair.state(at: instant), end <= standing.slot.start { return .stopped }
        if instant < standing.slot.start { return standing.state }
        return standing.state == .accepted ? .past : .unanswered
    }

    /// The moment and the place that were named last, and who named them.
    package var slot: AppointmentSlot { standing.slot }
    package var namedBy: AccountID { standing.namedBy }

    /// Who cancelled it; nothing where nobody did.
    package var cancelledBy: AccountID? { events.first { $0.deed == .cancelled }?.by }

    /// What may not happen changes nothing, so that a row too many in the database makes no appointment.
    private var standing: (state: State, slot: AppointmentSlot, namedBy: AccountID) {
        events.reduce((State.proposed, firstSlot, proposedBy)) { (standing, event) in
            let (state, slot, namedBy) = standing
            guard state != .cancelled, event.at < slot.start else { return standing }
            switch event.deed {
            case .accepted: return (event.by == namedBy ? state : .accepted, slot, namedBy)
            case .moved(let slot): return (.proposed, slot, event.by)
            case .cancelled: return (.cancelled, slot, namedBy)
            }
        }
    }
}
