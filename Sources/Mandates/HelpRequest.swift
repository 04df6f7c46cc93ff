package import Courseware
package import Storage

/// A citizen asks for help with one service.
package struct HelpRequest: Sendable, Equatable {
    package let id: HelpRequestID
    package let citizen: AccountID
    package let organisation: OrganisationID
    package let service: ServiceID
    package let wish: HelpWish
    /// The citizen, or who sat with them at the desk.
    package let askedBy: AccountID
    package let askedAt: Instant

    package init(
        id: HelpRequestID, citizen: AccountID, organisation: OrganisationID, service: ServiceID, wish: HelpWish,
        askedBy: AccountID, askedAt: Instant
    ) {
        self.id = id
        self.citizen = citizen
        self.organisation = organisation
        self.service = service
        self.wish = wish
        self.askedBy = askedBy
        self.askedAt = askedAt
    }
}

/// How somebody would like to be helped.
package struct HelpWish: Sendable, Equatable {
    package static let longestWords = 500

    /// In the citizen's own words; may be empty.
    package var words = ""
    package var language = Language.dutch
    /// Where; nothing where it does not matter.
    package var location: LocationID?
    package var byPhone = false
    /// When; empty where it does not matter.
    package var times: Set<FreeTime> = []

    package init() {}

    package init(words: String) { self.words = words }

    /// - Throws: where the words are too long, or hold what nobody here may have.
    func check() throws(HelpRequestRefusal) {
        guard words.count <= Self.longestWords else { throw .wishTooLong }
        if let secret = SecretLike.found(in: words) { throw .secret(secret) }
    }
}

/// A part of the week in which somebody has time.
package enum FreeTime: String, SQLText, CaseIterable {
    case morning
    case afternoon
    case evening
    case weekend
}

package enum HelpRequestRefusal: Error, Equatable {
    case wishTooLong
    /// A number, a code or a password stands in it.
    case secret(SecretLike)
    /// No organisation was chosen.
    case organisationMissing
    case serviceMissing
    /// The helper is none of this organisation, is the citizen, or does not have everything in order.
    case helperUnfit
    /// No act was chosen, or one that the service does not have.
    case actsUnfit
    /// Longer than the service allows.
    case durationUnfit
    /// Withdrawn, or somebody is matched already.
    case closed
}

extension Set where Element == FreeTime {
    /// As it stands in the database.
    var text: String { FreeTime.allCases.filter(contains).map(\.rawValue).joined(separator: " ") }

    init(text: String) { self.init(text.split(separator: " ").compactMap { FreeTime(rawValue: String($0)) }) }
}
