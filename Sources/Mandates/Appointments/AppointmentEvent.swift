package import Storage

/// Something that happened to an appointment after it was proposed, by whom and when.
package struct AppointmentEvent: Sendable, Equatable {
    package enum Deed: Sendable, Equatable {
        case accepted
        /// To another moment or place, which the other must accept again.
        case moved(AppointmentSlot)
        case cancelled

        package var kind: Kind {
            switch self {
            case .accepted: .accepted
            case .moved: .moved
            case .cancelled: .cancelled
            }
        }
    }

    package enum Kind: String, SQLText, CaseIterable {
        case accepted
        case moved
        case cancelled
    }

    package let id: AppointmentEventID
    package let deed: Deed
    package let by: AccountID
    package let at: Instant

    package init(id: AppointmentEventID, deed: Deed, by: AccountID, at: Instant) {
        self.id = id
        self.deed = deed
        self.by = by
        self.at = at
    }
}
