package import Courseware
package import Storage

/// A citizen and a helper who said yes to each other. From that moment on they can write to each other and meet, for
/// before there is a mandate they must agree what it will hold; with the last mandate it ends.
package struct MatchedPair: Sendable {
    /// How long two wait for each other before there is a mandate.
    package static let longestWait = Duration.days(60)
    /// How long after the end what they wrote and arranged is kept.
    package static let keepingPeriod = Duration.days(90)

    package let id: HelperMatchID
    package let citizen: AccountID
    package let helper: AccountID
    package let organisation: OrganisationID
    package let service: ServiceID
    package let citizenName: String
    package let helperName: String
    /// When the second of the two said yes.
    package let agreedAt: Instant
    /// The question was withdrawn, or one of the two is gone. Where there is a mandate, that has ended by then.
    package let partedAt: Instant?
    /// What was agreed, with all that took its place later.
    package let mandates: [Mandate]

    package init(
        id: HelperMatchID, citizen: AccountID, helper: AccountID, organisation: OrganisationID, service: ServiceID,
        citizenName: String, helperName: String, agreedAt: Instant, partedAt: Instant?, mandates: [Mandate]
    ) {
        self.id = id
        self.citizen = citizen
        self.helper = helper
        self.organisation = organisation
        self.service = service
        self.citizenName = citizenName
        self.helperName = helperName
        self.agreedAt = agreedAt
        self.partedAt = partedAt
        self.mandates = mandates
    }

    package enum State: Sendable, Equatable {
        case open
        /// The mandate stands still. The helper does nothing; the citizen keeps their voice.
        case paused
        case ended(Instant)
    }

    package func state(at instant: Instant) -> State {
        if mandates.isEmpty {
            let end = min(partedAt ?? closesAt, closesAt)
            return instant < end ? .open : .ended(end)
        }
        if mandates.contains(where: { $0.state(at: instant) == .suspended }) { return .paused }
        let endings = mandates.compactMap { $0.ending(at: instant)?.at }
        return endings.count < mandates.count ? .open : .ended(endings.max() ?? agreedAt)
    }

    /// When it ends by itself.
    package var closesAt: Instant {
        mandates.isEmpty ? agreedAt + Self.longestWait : mandates.map(\.validUntil).max() ?? agreedAt
    }

    /// Ended so long ago that nothing of it is kept.
    package func isForgotten(at instant: Instant) -> Bool {
        guard case .ended(let end) = state(at: instant) else { return false }
        return instant >= end + Self.keepingPeriod
    }

    /// The mandate that has not ended; nothing where there is none.
    package func mandate(at instant: Instant) -> MandateID? {
        mandates.first { $0.ending(at: instant) == nil }?.id
    }

    package func isSide(_ account: AccountID) -> Bool { account == citizen || account == helper }

    /// Whom this one of the two deals with.
    package func nameOfOther(than account: AccountID) -> String { account == citizen ? helperName : citizenName }
    package func name(of account: AccountID) -> String { account == citizen ? citizenName : helperName }
}
