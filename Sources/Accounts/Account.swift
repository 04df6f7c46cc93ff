package import Storage

/// Somebody who is known here. A browser in which somebody began to learn has an account without a name.
package struct Account: Sendable, Equatable {
    package let id: AccountID
    package let organisation: OrganisationID?
    package let name: String?
    package let loginName: LoginName?
    package let roles: Set<Role>

    package init(
        id: AccountID, organisation: OrganisationID?, name: String?, loginName: LoginName?, roles: Set<Role>
    ) {
        self.id = id
        self.organisation = organisation
        self.name = name
        self.loginName = loginName
        self.roles = roles
    }

    package var isStaff: Bool { roles.contains(where: \.isStaff) }
    package func has(_ role: Role) -> Bool { roles.contains(role) }
}
