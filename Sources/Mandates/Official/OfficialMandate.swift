package import Courseware
package import Storage

/// What a citizen arranged by themselves with an organisation that has mandates of its own (DigiD Machtigen and the
/// like): for which service, and until when. It is what the citizen says; nothing follows from it, and who was
/// mandated there is not kept.
package struct OfficialMandate: Sendable, Equatable {
    /// Longer than any organisation gives one for.
    package static let longestYears = 10

    package let id: OfficialMandateID
    package let citizen: AccountID
    package let service: ServiceID
    /// The last day on which it holds.
    package let until: Day
    package let notedAt: Instant

    package init(id: OfficialMandateID, citizen: AccountID, service: ServiceID, until: Day, notedAt: Instant) {
        self.id = id
        self.citizen = citizen
        self.service = service
        self.until = until
        self.notedAt = notedAt
    }

    package func holds(on day: Day) -> Bool { day <= until }

    /// - Throws: where the last day is over, or lies further away than any organisation allows.
    package func check() throws(OfficialMandateRefusal) {
        let today = Day(notedAt)
        guard until >= today, until.rawValue <= today.later(years: Self.longestYears) else { throw .dayUnfit }
    }
}

package enum OfficialMandateRefusal: Error, Equatable {
    /// The citizen did not say that it is arranged.
    case notArranged
    case dayUnfit
}
