package import Storage

extension MatchedPair {
    /// Whether this one of the two may propose to meet then.
    package func checkProposal(
        _ slot: AppointmentSlot, by person: AccountID, at instant: Instant
    ) throws(AppointmentRefusal) {
        guard isSide(person) else { throw .notYours }
        switch state(at: instant) {
        case .ended: throw .ended
        case .paused: throw .suspended
        case .open: try slot.check(at: instant, in: self)
        }
    }
}

extension Appointment {
    /// Whether this may happen to the appointment, by this person, at this moment. While the mandate stands still
    /// either may cancel, and nothing else.
    package func check(
        _ deed: AppointmentEvent.Deed, by person: AccountID, at instant: Instant, in pair: MatchedPair
    ) throws(AppointmentRefusal) {
        guard pair.isSide(person) else { throw .notYours }
        let state = state(at: instant, in: pair)
        switch state {
        case .cancelled: throw .cancelled
        case .stopped: throw .ended
        case .past, .unanswered: throw .begun
        case .proposed, .accepted: break
        }
        if deed == .cancelled { return }
        guard pair.state(at: instant) == .open else { throw .suspended }
        switch deed {
        case .cancelled: return
        case .accepted:
            guard state == .proposed else { throw .acceptedAlready }
            guard person != namedBy else { throw .ownProposal }
        case .moved(let slot): try slot.check(at: instant, in: pair)
        }
    }

    /// Does it: from now on it is among the events.
    package mutating func happen(
        _ deed: AppointmentEvent.Deed, by person: AccountID, at instant: Instant, in pair: MatchedPair,
        id: AppointmentEventID
    ) throws(AppointmentRefusal) -> AppointmentEvent {
        try check(deed, by: person, at: instant, in: pair)
        let event = AppointmentEvent(id: id, deed: deed, by: person, at: instant)
        events.append(event)
        return event
    }
}

extension Appointment {
    /// How long before it somebody is reminded on the page.
    package static let reminderPeriod = Duration.days(2)

    /// Whether this person is asked for a yes.
    package func waits(for person: AccountID, at instant: Instant, in pair: MatchedPair) -> Bool {
        pair.state(at: instant) == .open && state(at: instant, in: pair) == .proposed && namedBy != person
    }

    package func isSoon(at instant: Instant, in pair: MatchedPair) -> Bool {
        state(at: instant, in: pair) == .accepted && pair.state(at: instant) == .open
            && instant >= slot.start - Self.reminderPeriod
    }
}
