package import Courseware
package import Storage

/// What a citizen and a helper agreed: which acts, until when, in which words. It never changes; what happens to it
/// is kept as events, and how it stands follows from these and from the clock.
package struct Mandate: Sendable, Equatable {
    package let id: MandateID
    package let citizen: AccountID
    package let helper: AccountID
    package let organisation: OrganisationID
    package let service: ServiceID
    /// What was agreed that the helper may do.
    package let acts: [ActID]
    /// A high risk: the coordinator must confirm before the citizen can agree.
    package let needsConfirmation: Bool
    package let offeredAt: Instant
    /// From this moment on nothing may be done any more.
    package let validUntil: Instant
    /// The dated text that the citizen reads.
    package let textDate: String
    /// SHA-256 of text, scope and dates, as 64 hexadecimal digits.
    package let textHash: String
    /// The mandate that this one takes the place of.
    package let renews: MandateID?
    /// In the order in which they happened.
    package internal(set) var events: [MandateEvent] = []

    package init(
        id: MandateID, citizen: AccountID, helper: AccountID, organisation: OrganisationID, service: ServiceID,
        acts: [ActID], needsConfirmation: Bool, offeredAt: Instant, validUntil: Instant, textDate: String,
        textHash: String, renews: MandateID? = nil
    ) {
        self.id = id
        self.citizen = citizen
        self.helper = helper
        self.organisation = organisation
        self.service = service
        self.acts = acts
        self.needsConfirmation = needsConfirmation
        self.offeredAt = offeredAt
        self.validUntil = validUntil
        self.textDate = textDate
        self.textHash = textHash
        self.renews = renews
    }

    package enum State: Sendable, Equatable {
        /// The coordinator has not confirmed yet.
        case unconfirmed
        /// The citizen has not agreed yet.
        case offered
        case active
        case suspended
        case ended(Ending)
    }

    package enum Ending: String, Sendable, CaseIterable {
        /// The citizen said no.
        case refused
        case revoked
        case returned
        case renewed
        case died
        case incapable
        case expired
    }

    /// How it stands at that moment. What ended never begins again.
    package func state(at instant: Instant) -> State {
        var (state, left) = (needsConfirmation ? State.unconfirmed : .offered, acts)
        for event in events where event.at < validUntil {
            if case .ended = state { return state }
            if case .actWithdrawn(let act, _) = event.deed { left.removeAll { $0 == act } }
            state = left.isEmpty ? .ended(.revoked) : state.after(event.deed)
        }
        if case .ended = state { return state }
        return instant < validUntil ? state : .ended(.expired)
    }

    /// The scope that is left: what was agreed, without what the citizen took back.
    package var scope: [ActID] {
        acts.filter { act in
            !events.contains { if case .actWithdrawn(act, _) = $0.deed { true } else { false } }
        }
    }

    /// The act that the citizen said no to, while nobody has let the mandate go on since.
    package var openObjection: RecordedActID? {
        for event in events.reversed() {
            switch event.deed {
            case .objected(let act): return act
            case .resumed: return nil
            default: continue
            }
        }
        return nil
    }

    /// When the citizen agreed.
    package var agreedAt: Instant? {
        events.first { $0.deed.isConsent }?.at
    }

    /// What ended it, and when; nothing while it has not ended.
    package func ending(at instant: Instant) -> (ending: Ending, at: Instant)? {
        guard case .ended(let ending) = state(at: instant) else { return nil }
        return (ending, ending == .expired ? validUntil : events.last { $0.at < validUntil }?.at ?? validUntil)
    }
}

extension Mandate.State {
    /// How it stands when this happened. What may not happen changes nothing, so that a row too many in the database
    /// gives nobody a right.
    fileprivate func after(_ deed: MandateEvent.Deed) -> Self {
        switch deed {
        case .confirmed: self == .unconfirmed ? .offered : self
        case .consented, .consentedOnPaper: self == .offered ? .active : self
        case .refused: .ended(.refused)
        case .actWithdrawn: self
        case .revoked: .ended(.revoked)
        case .returned: .ended(.returned)
        case .suspended, .objected: self == .active ? .suspended : self
        case .resumed: self == .suspended ? .active : self
        case .renewed: .ended(.renewed)
        case .died: .ended(.died)
        case .incapable: .ended(.incapable)
        }
    }
}
