package import Storage

/// From when, how long, and where.
package struct AppointmentSlot: Sendable, Equatable {
    /// What can be chosen.
    package static let lengths = [30, 60, 90, 120]

    package let start: Instant
    package let minutes: Int
    package let place: AppointmentPlace

    package init(start: Instant, minutes: Int, place: AppointmentPlace) {
        self.start = start
        self.minutes = minutes
        self.place = place
    }

    package var end: Instant { start + .minutes(minutes) }

    /// Whether two can meet then: from now on, and before the help ends by itself.
    func check(at instant: Instant, in pair: MatchedPair) throws(AppointmentRefusal) {
        guard start > instant else { throw .timePast }
        guard Self.lengths.contains(minutes) else { throw .minutesUnfit }
        guard end <= pair.closesAt else { throw .afterEnd }
    }
}

/// Never in words of one's own, so that no address and no name stands here.
package enum AppointmentPlace: Sendable, Hashable {
    /// A building of the organisation.
    case location(LocationID)
    case phone
    /// Where the citizen lives; only where the organisation lets helpers come there.
    case home

    package enum Kind: String, SQLText, CaseIterable {
        case location
        case phone
        case home
    }

    package var kind: Kind {
        switch self {
        case .location: .location
        case .phone: .phone
        case .home: .home
        }
    }

    package var location: LocationID? { if case .location(let id) = self { id } else { nil } }
}
