package import Accounts
package import Storage

/// Somebody who does something with a mandate, as the mandate's organisation knows them.
package struct MandateParty: Sendable, Equatable {
    let account: AccountID
    /// None for who belongs to another organisation.
    let roles: Set<Role>

    package init(_ account: AccountID, roles: Set<Role>) {
        self.account = account
        self.roles = roles
    }

    package init(_ account: Account, in organisation: OrganisationID) {
        self.init(account.id, roles: account.organisation == organisation ? account.roles : [])
    }
}

extension Mandate {
    package func isSide(_ account: AccountID) -> Bool { account == citizen || account == helper }

    /// Whose deed it is. Nobody is both sides, and who is one of them watches over neither.
    package func isAllowed(_ deed: MandateEvent.Deed, _ party: MandateParty) -> Bool {
        let coordinates = !isSide(party.account) && party.roles.contains(.coordinator)
        let isAtDesk = coordinates || !isSide(party.account) && party.roles.contains(.coach)
        return switch deed {
        case .consented, .refused, .objected, .revoked(.own), .actWithdrawn(_, .own): party.account == citizen
        case .returned: party.account == helper
        case .confirmed, .suspended, .resumed: coordinates
        case .consentedOnPaper, .died, .incapable, .revoked(.desk), .revoked(.phone), .actWithdrawn(_, .desk),
            .actWithdrawn(_, .phone):
            isAtDesk
        case .renewed: party.account == citizen || isAtDesk
        }
    }
}
