package import Courseware
package import Storage

/// Something that happened to a mandate, by whom and when.
package struct MandateEvent: Sendable, Equatable {
    /// What happened, with what belongs to it.
    package enum Deed: Sendable, Equatable {
        /// The coordinator looked at a mandate with a high risk, and lets the citizen decide.
        case confirmed
        /// The citizen said yes in a session of their own.
        case consented
        /// Somebody of the staff saw the person and the signed paper.
        case consentedOnPaper(Signatory)
        case refused
        case actWithdrawn(ActID, Channel)
        case revoked(Channel)
        case returned
        case suspended
        /// The citizen says of an act: this is not right.
        case objected(RecordedActID)
        case resumed
        /// The citizen agreed to a new mandate that takes the place of this one.
        case renewed
        /// One of the two died, or can no longer decide for themselves.
        case died
        case incapable
    }

    package enum Kind: String, SQLText, CaseIterable {
        case confirmed
        case consented
        case consentedOnPaper = "consented-on-paper"
        case refused
        case actWithdrawn = "act-withdrawn"
        case revoked
        case returned
        case suspended
        case objected
        case resumed
        case renewed
        case died
        case incapable
    }

    /// How the citizen's wish came in.
    package enum Channel: String, SQLText, CaseIterable {
        /// In a session of their own.
        case own
        /// At the desk or by phone, kept by somebody of the staff.
        case desk
        case phone
    }

    /// Who signed the paper.
    package enum Signatory: String, SQLText, CaseIterable {
        case citizen
        /// The curator, bewindvoerder or mentor.
        case representative
    }

    package let id: MandateEventID
    package let deed: Deed
    package let by: AccountID
    package let at: Instant

    package init(id: MandateEventID, deed: Deed, by: AccountID, at: Instant) {
        self.id = id
        self.deed = deed
        self.by = by
        self.at = at
    }
}

extension MandateEvent.Deed {
    package var kind: MandateEvent.Kind {
        switch self {
        case .confirmed: .confirmed
        case .consented: .consented
        case .consentedOnPaper: .consentedOnPaper
        case .refused: .refused
        case .actWithdrawn: .actWithdrawn
        case .revoked: .revoked
        case .returned: .returned
        case .suspended: .suspended
        case .objected: .objected
        case .resumed: .resumed
        case .renewed: .renewed
        case .died: .died
        case .incapable: .incapable
        }
    }

    /// The citizen says yes, here or on paper.
    var isConsent: Bool { kind == .consented || kind == .consentedOnPaper }

    package var channel: MandateEvent.Channel? {
        switch self {
        case .actWithdrawn(_, let channel), .revoked(let channel): channel
        case .confirmed, .consented, .consentedOnPaper, .refused, .returned, .suspended, .objected, .resumed, .renewed,
            .died, .incapable:
            nil
        }
    }
}
