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
    /// The scope: what the helper may do.
    package let acts: [ActID]
    package let offeredAt: Instant
    /// From this moment on nothing may be done any more.
    package let validUntil: Instant
    /// The dated text that the citizen reads.
    package let textDate: String
    /// SHA-256 of text, scope and dates, as 64 hexadecimal digits.
    package let textHash: String
    /// In the order in which they happened.
    package internal(set) var events: [MandateEvent] = []

    package init(
        id: MandateID, citizen: AccountID, helper: AccountID, organisation: OrganisationID, service: ServiceID,
        acts: [ActID], offeredAt: Instant, validUntil: Instant, textDate: String, textHash: String
    ) {
        self.id = id
        self.citizen = citizen
        self.helper = helper
        self.organisation = organisation
        self.service = service
        self.acts = acts
        self.offeredAt = offeredAt
        self.validUntil = validUntil
        self.textDate = textDate
        self.textHash = textHash
    }

    package enum State: Sendable, Equatable {
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
        case expired
    }

    /// How it stands at that moment. What ended never begins again.
    package func state(at instant: Instant) -> State {
        var state = State.offered
        for event in events where event.at < validUntil {
            switch (event.kind, state) {
            case (_, .ended): return state
            case (.consented, _): state = .active
            case (.suspended, _): state = .suspended
            case (.resumed, _): state = .active
            case (.refused, _): state = .ended(.refused)
            case (.revoked, _): state = .ended(.revoked)
            case (.returned, _): state = .ended(.returned)
            }
        }
        if case .ended = state { return state }
        return instant < validUntil ? state : .ended(.expired)
    }
}

/// Something that happened to a mandate.
package struct MandateEvent: Sendable, Equatable {
    package enum Kind: String, SQLText, CaseIterable {
        case consented
        case refused
        case revoked
        case returned
        case suspended
        case resumed
    }

    package let id: MandateEventID
    package let kind: Kind
    package let by: AccountID
    package let at: Instant

    package init(id: MandateEventID, kind: Kind, by: AccountID, at: Instant) {
        self.id = id
        self.kind = kind
        self.by = by
        self.at = at
    }
}
