package import Storage

/// What a citizen is told. Nothing of it is stored apart: it follows from what happened and from the clock.
package enum InboxMessage: Sendable {
    /// A helper wants to help: is this person all right?
    case proposal(WaitingRequest, HelperMatchID)
    /// A mandate waits for a yes.
    case offer(SeenMandate)
    /// The helper did something: is this right?
    case act(RecordedAct, SeenMandate)
    /// It ends soon; a new one can be agreed.
    case endsSoon(SeenMandate)
    /// The same, once more, in the last days.
    case endsVerySoon(SeenMandate)
    case suspended(SeenMandate)
}

package struct Inbox: Sendable {
    package let messages: [InboxMessage]

    package init(
        waiting: [WaitingRequest], mandates: [SeenMandate], unanswered: [MandateID: [RecordedAct]], at instant: Instant
    ) {
        let acts = mandates.flatMap { seen in (unanswered[seen.mandate.id] ?? []).map { InboxMessage.act($0, seen) } }
        let proposals = waiting.compactMap { waiting in waiting.proposal.map { InboxMessage.proposal(waiting, $0) } }
        messages = acts + proposals + mandates.compactMap { Self.message($0, at: instant) }
    }

    private static func message(_ seen: SeenMandate, at instant: Instant) -> InboxMessage? {
        switch seen.mandate.state(at: instant) {
        case .offered: .offer(seen)
        case .suspended: .suspended(seen)
        case .active where seen.mandate.endsVerySoon(at: instant): .endsVerySoon(seen)
        case .active where seen.mandate.endsSoon(at: instant): .endsSoon(seen)
        case .unconfirmed, .active, .ended: nil
        }
    }
}

extension Inbox {
    package init(of citizen: AccountID, at instant: Instant, on connection: any Connection) throws(StorageError) {
        self.init(
            waiting: try HelpRequestStore().waiting(of: citizen, on: connection),
            mandates: try MandateStore().mandates(ofCitizen: citizen, on: connection),
            unanswered: try ActStore().unanswered(of: citizen, on: connection), at: instant)
    }
}
