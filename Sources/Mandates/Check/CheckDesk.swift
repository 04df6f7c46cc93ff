package import Accounts
package import Audit
package import Storage

/// Where anybody who has the paper of a mandate asks whether it still holds. Asking is counted for each address, so that
/// nobody guesses; and who asked about a mandate that there is leaves an entry, which its citizen sees.
package struct CheckDesk: Sendable {
    private let database: any Database
    private let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// Nothing where there is no such code; and nobody learns whether there ever was one.
    package func check(
        _ code: CheckCode, by viewer: Account?, from address: String
    ) async throws -> CheckedMandate? {
        try await database.write { [world] connection in
            try TryLimit.checkByAddress.count(address, at: world.now, on: connection)
            guard let checked = try CheckCodeStore().find(code, on: connection) else { return nil }
            try keep(.mandateChecked, checked, by: viewer, on: connection)
            return checked
        }
    }

    /// The same, by who takes the signed statement along; nothing where the mandate does not hold.
    package func takeStatement(
        of code: CheckCode, by viewer: Account?, from address: String
    ) async throws -> CheckedMandate? {
        try await database.write { [world] connection in
            try TryLimit.checkByAddress.count(address, at: world.now, on: connection)
            return try take(try CheckCodeStore().find(code, on: connection), by: viewer, on: connection)
        }
    }

    /// The same, by somebody who may see the mandate itself.
    package func takeStatement(of id: MandateID, by viewer: Account) async throws -> CheckedMandate? {
        try await database.write { connection in
            guard let seen = try MandateStore().mandate(id, for: viewer, on: connection),
                let code = try CheckCodeStore().code(of: id, on: connection)
            else { return nil }
            return try take(CheckedMandate(seen, code), by: viewer, on: connection)
        }
    }

    private func take(
        _ checked: CheckedMandate?, by viewer: Account?, on connection: any Connection
    ) throws(StorageError) -> CheckedMandate? {
        guard let checked, checked.answer(at: world.now) == .valid else { return nil }
        try keep(.statementIssued, checked, by: viewer, on: connection)
        return checked
    }

    /// One entry an hour for the same look: a page that is opened again shall not fill the log.
    private func keep(
        _ action: AuditAction, _ checked: CheckedMandate, by viewer: Account?, on connection: any Connection
    ) throws(StorageError) {
        let (mandate, instant) = (checked.mandate, world.now)
        guard viewer?.id != mandate.citizen else { return }
        let entry = AuditEntry(
            action, AuditObject("mandate", mandate.id.rawValue), at: instant, by: viewer?.id, about: mandate.citizen,
            mandate: mandate.id, for: .mandate)
        try AuditLog().append(entry, unlessKnownSince: instant - .hours(1), on: connection)
    }
}

extension AuditAction {
    /// Somebody typed or scanned the code of a mandate.
    package static let mandateChecked: Self = "mandate.checked"
    /// Somebody took the signed statement of a mandate along.
    package static let statementIssued: Self = "statement.issued"
}
