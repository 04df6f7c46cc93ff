package import Accounts
import Courseware
package import Storage

extension Mandate {
    /// Whether this may happen to the mandate, by this person, at this moment.
    package func check(_ deed: MandateEvent.Deed, by party: MandateParty, at instant: Instant) throws(MandateRefusal) {
        guard isAllowed(deed, party) else { throw .notYours }
        let state = state(at: instant)
        if case .ended(let ending) = state { throw .ended(ending) }
        switch deed {
        case .confirmed: guard state == .unconfirmed else { throw .confirmedAlready }
        case .consented, .consentedOnPaper: try checkConsent(state)
        case .refused: guard state == .unconfirmed || state == .offered else { throw .agreedAlready }
        case .actWithdrawn(let act, _):
            guard state == .active || state == .suspended else { throw .notAgreed }
            guard scope.contains(act) else { throw .outOfScope }
        case .suspended:
            guard state != .suspended else { throw .suspended }
            guard state == .active else { throw .notAgreed }
        case .objected: guard state == .active || state == .suspended else { throw .notAgreed }
        case .resumed:
            guard state != .active else { throw .notSuspended }
            guard state == .suspended else { throw .notAgreed }
        case .renewed:
            guard state != .suspended else { throw .suspended }
            guard state == .active else { throw .notAgreed }
        case .revoked, .returned, .died, .incapable: break
        }
    }

    private func checkConsent(_ state: State) throws(MandateRefusal) {
        switch state {
        case .unconfirmed: throw .notConfirmed
        case .offered: return
        case .active, .suspended: throw .agreedAlready
        case .ended(let ending): throw .ended(ending)
        }
    }

    /// Does it: from now on it is among the events.
    package mutating func happen(
        _ deed: MandateEvent.Deed, by party: MandateParty, at instant: Instant, id: MandateEventID
    ) throws(MandateRefusal) -> MandateEvent {
        try check(deed, by: party, at: instant)
        let event = MandateEvent(id: id, deed: deed, by: party.account, at: instant)
        events.append(event)
        return event
    }

    /// Whether the helper may do this act at this moment.
    ///
    /// - Parameter proof: that it is the helper who sits there.
    package func check(_ act: RecordedAct, proof: SignInProof) throws(MandateRefusal) {
        guard act.by == helper else { throw .notYours }
        switch state(at: act.at) {
        case .unconfirmed: throw .notConfirmed
        case .offered: throw .notAgreed
        case .suspended: throw .suspended
        case .ended(let ending): throw .ended(ending)
        case .active: break
        }
        guard scope.contains(act.kind) else { throw .outOfScope }
        guard proof.holds(at: act.at) else { throw .codeDue }
        guard let agreedAt, let day = act.doneOn, day >= Day(agreedAt), day <= Day(act.at) else { throw .dayUnfit }
        guard (1...600).contains(act.minutes) else { throw .minutesUnfit }
        guard (1...200).contains(act.result.count) else { throw .resultUnfit }
        if let secret = SecretLike.found(in: act.result) { throw .secret(secret) }
    }

    /// Whether the helper may offer a new mandate in the place of this one: in its last fortnight.
    package func checkRenewal(by helper: AccountID, at instant: Instant) throws(MandateRefusal) {
        guard helper == self.helper else { throw .notYours }
        switch state(at: instant) {
        case .unconfirmed: throw .notConfirmed
        case .offered: throw .notAgreed
        case .suspended: throw .suspended
        case .ended(let ending): throw .ended(ending)
        case .active: guard endsSoon(at: instant) else { throw .notRenewable }
        }
    }
}

extension Mandate {
    /// How long before the end a new one is offered, and when the citizen is reminded, once.
    package static let renewalPeriod = Duration.days(14)
    package static let reminderPeriod = Duration.days(3)

    package func endsSoon(at instant: Instant) -> Bool { instant >= validUntil - Self.renewalPeriod }
    package func endsVerySoon(at instant: Instant) -> Bool { instant >= validUntil - Self.reminderPeriod }
}
