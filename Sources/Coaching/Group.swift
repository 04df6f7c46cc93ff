package import Storage

/// Learners who follow courses together, with a coach.
package struct Group: Sendable, Equatable {
    package let id: GroupID
    package let organisation: OrganisationID
    package let name: String

    package init(id: GroupID, organisation: OrganisationID, name: String) {
        self.id = id
        self.organisation = organisation
        self.name = name
    }
}

/// A learner in a group.
package struct Member: Sendable, Equatable {
    package let account: AccountID
    package let name: String
}

/// Why a coach's deed was refused.
package enum CoachingRefusal: Error, Equatable {
    case nameMissing
    case nameTooLong
    /// The coach belongs to no organisation.
    case organisationMissing
}
