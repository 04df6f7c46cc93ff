package import Storage

/// One of the two of a match asks for the coordinator.
package struct CoordinatorCall: Sendable, Equatable {
    package let id: CoordinatorCallID
    package let match: HelperMatchID
    /// The act that the citizen says no to, where it is about one.
    package let act: RecordedActID?
    package let by: AccountID
    package let at: Instant
}

/// A call that the coordinator has not settled.
package struct WaitingCall: Sendable {
    package let call: CoordinatorCall
    package let pair: MatchedPair
    /// The mandate of the act, where it is about one.
    package let mandate: MandateID?
}
