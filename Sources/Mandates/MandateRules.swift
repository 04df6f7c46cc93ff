package import Courseware
package import Storage

/// Why something may not be done with a mandate.
package enum MandateRefusal: Error, Equatable {
    /// The citizen has not agreed yet.
    case notAgreed
    case agreedAlready
    case suspended
    case notSuspended
    case ended(Mandate.Ending)
    /// Not the one whose deed this is.
    case notYours
    case outOfScope
    /// The three words do not belong to this citizen.
    case wrongCode
    case minutesUnfit
    case resultUnfit
    /// A number that could be somebody's own stands in the result.
    case citizenNumber

    /// For the audit log.
    package var reason: String {
        switch self {
        case .notAgreed: "not-agreed"
        case .agreedAlready: "agreed-already"
        case .suspended: "suspended"
        case .notSuspended: "not-suspended"
        case .ended(let ending): "ended-\(ending.rawValue)"
        case .notYours: "not-yours"
        case .outOfScope: "out-of-scope"
        case .wrongCode: "wrong-code"
        case .minutesUnfit: "minutes-unfit"
        case .resultUnfit: "result-unfit"
        case .citizenNumber: "citizen-number"
        }
    }
}

extension Mandate {
    /// Whether this deed may be done to the mandate, by this person, at this moment.
    package func check(_ kind: MandateEvent.Kind, by person: AccountID, coordinates: Bool, at instant: Instant) throws(MandateRefusal) {
        let isAllowed =
            switch kind {
            case .consented, .refused, .revoked: person == citizen
            case .returned: person == helper
            case .suspended, .resumed: coordinates && person != helper && person != citizen
            }
        guard isAllowed else { throw .notYours }
        switch (state(at: instant), kind) {
        case (.ended(let ending), _): throw .ended(ending)
        case (.offered, .consented), (.offered, .refused), (.offered, .returned): return
        case (.offered, .revoked), (.offered, .suspended), (.offered, .resumed): throw .notAgreed
        case (.active, .consented), (.active, .refused): throw .agreedAlready
        case (.active, .revoked), (.active, .returned), (.active, .suspended): return
        case (.active, .resumed): throw .notSuspended
        case (.suspended, .consented), (.suspended, .refused): throw .agreedAlready
        case (.suspended, .revoked), (.suspended, .returned), (.suspended, .resumed): return
        case (.suspended, .suspended): throw .suspended
        }
    }

    /// Whether the helper may do this act at this moment.
    package func check(_ act: RecordedAct) throws(MandateRefusal) {
        guard act.by == helper else { throw .notYours }
        switch state(at: act.at) {
        case .offered: throw .notAgreed
        case .suspended: throw .suspended
        case .ended(let ending): throw .ended(ending)
        case .active: break
        }
        guard acts.contains(act.kind) else { throw .outOfScope }
        guard (1...600).contains(act.minutes) else { throw .minutesUnfit }
        guard (1...200).contains(act.result.count) else { throw .resultUnfit }
        guard !CitizenNumber.looksReal(in: act.result) else { throw .citizenNumber }
    }
}

/// What a helper did for the citizen.
package struct RecordedAct: Sendable, Equatable {
    package let id: RecordedActID
    /// One of the scope.
    package let kind: ActID
    package let by: AccountID
    package let at: Instant
    package let minutes: Int
    /// In a few neutral words.
    package let result: String

    package init(id: RecordedActID, kind: ActID, by: AccountID, at: Instant, minutes: Int, result: String) {
        self.id = id
        self.kind = kind
        self.by = by
        self.at = at
        self.minutes = minutes
        self.result = result
    }
}
