package import Storage

/// A library organisation, a municipality or a foundation that uses this installation.
package struct Organisation: Sendable, Equatable {
    package let id: OrganisationID
    package let name: String

    package init(id: OrganisationID, name: String) {
        self.id = id
        self.name = name
    }
}

/// One of its buildings.
package struct Location: Sendable, Equatable {
    package let id: LocationID
    package let organisation: OrganisationID
    package let name: String

    package init(id: LocationID, organisation: OrganisationID, name: String) {
        self.id = id
        self.organisation = organisation
        self.name = name
    }
}
