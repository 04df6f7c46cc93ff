package import Courseware
package import Storage

/// A citizen asks for help with one service.
package struct HelpRequest: Sendable, Equatable {
    package static let longestWish = 500

    package let id: HelpRequestID
    package let citizen: AccountID
    package let organisation: OrganisationID
    package let service: ServiceID
    /// In the citizen's own words; may be empty.
    package let wish: String
    package let askedAt: Instant

    /// - Throws: where the words are too long, or hold what nobody here may have.
    package init(
        id: HelpRequestID, citizen: AccountID, organisation: OrganisationID, service: ServiceID, wish: String,
        askedAt: Instant
    ) throws(HelpRequestRefusal) {
        guard wish.count <= Self.longestWish else { throw .wishTooLong }
        guard !CitizenNumber.looksReal(in: wish) else { throw .citizenNumber }
        self.init(kept: id, citizen, organisation, service, wish, askedAt)
    }

    init(
        kept id: HelpRequestID, _ citizen: AccountID, _ organisation: OrganisationID, _ service: ServiceID,
        _ wish: String, _ askedAt: Instant
    ) {
        self.id = id
        self.citizen = citizen
        self.organisation = organisation
        self.service = service
        self.wish = wish
        self.askedAt = askedAt
    }
}

package enum HelpRequestRefusal: Error, Equatable {
    case wishTooLong
    /// A number that could be somebody's own stands in it.
    case citizenNumber
    /// No organisation was chosen.
    case organisationMissing
    /// The helper is none of this organisation, or is the citizen.
    case helperUnfit
    /// Withdrawn, or somebody is matched already.
    case closed
}
