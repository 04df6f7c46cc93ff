package import Storage

/// What somebody is told, citizen or helper. Nothing of it is stored apart: it follows from what happened and from the
/// clock.
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
    /// The other wrote so many messages that were not read yet.
    case unread(Int, MatchedPair)
    /// The other named a moment to meet, which waits for a yes.
    case appointment(SeenAppointment)
    /// Think of it: the appointment is near.
    case appointmentSoon(SeenAppointment)
    /// The other cannot come.
    case appointmentCancelled(SeenAppointment)
}

package struct Inbox: Sendable {
    package let messages: [InboxMessage]
    /// With whom somebody can write, the newest first.
    package let pairs: [MatchedPair]

    package init(
        waiting: [WaitingRequest], mandates: [SeenMandate], unanswered: [MandateID: [RecordedAct]],
        contact: [InboxMessage], pairs: [MatchedPair], at instant: Instant
    ) {
        let acts = mandates.flatMap { seen in (unanswered[seen.mandate.id] ?? []).map { InboxMessage.act($0, seen) } }
        let proposals = waiting.compactMap { waiting in waiting.proposal.map { InboxMessage.proposal(waiting, $0) } }
        messages = acts + proposals + contact + mandates.compactMap { Self.message($0, at: instant) }
        self.pairs = pairs
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
    package init(of person: AccountID, at instant: Instant, on connection: any Connection) throws(StorageError) {
        let pairs = try MatchedPairStore().pairs(of: person, on: connection).filter { !$0.isForgotten(at: instant) }
        let unread = try MessageStore().unread(of: pairs.map(\.id), by: person, on: connection)
        let written = pairs.compactMap { pair in unread[pair.id].map { InboxMessage.unread($0, pair) } }
        let appointments = try SeenAppointment.all(in: pairs, on: connection)
            .compactMap { $0.message(for: person, at: instant) }
        self.init(
            waiting: try HelpRequestStore().waiting(of: person, on: connection),
            mandates: try MandateStore().mandates(ofCitizen: person, on: connection),
            unanswered: try ActStore().unanswered(of: person, on: connection), contact: written + appointments,
            pairs: pairs, at: instant)
    }
}

extension SeenAppointment {
    fileprivate func message(for person: AccountID, at instant: Instant) -> InboxMessage? {
        if appointment.waits(for: person, at: instant, in: pair) { return .appointment(self) }
        if appointment.isSoon(at: instant, in: pair) { return .appointmentSoon(self) }
        let isOff = state(at: instant) == .cancelled && appointment.slot.start > instant
        return isOff && appointment.cancelledBy != person ? .appointmentCancelled(self) : nil
    }
}
