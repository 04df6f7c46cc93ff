package import Storage

/// Accounts and their roles, in the database.
package struct AccountStore: Sendable {
    package init() {}

    package func insert(_ account: Account, at instant: Instant, on connection: any Connection) throws(StorageError) {
        try connection.execute(
            """
            INSERT INTO account (id, organisation_id, name, login_name, created_at)
            VALUES (\(account.id), \(account.organisation), \(account.name), \(account.loginName), \(instant))
            """)
        for role in account.roles {
            try grant(role, to: account.id, by: nil, at: instant, on: connection)
        }
    }

    package func grant(
        _ role: Role, to account: AccountID, by granter: AccountID?, at instant: Instant, on connection: any Connection
    ) throws(StorageError) {
        try connection.execute(
            """
            INSERT INTO account_role (account_id, role, granted_at, granted_by)
            VALUES (\(account), \(role), \(instant), \(granter)) ON CONFLICT (account_id, role) DO NOTHING
            """)
    }

    package func account(_ id: AccountID, on connection: any Connection) throws(StorageError) -> Account? {
        try accounts("WHERE account.id = \(id)", on: connection).first
    }

    package func account(named name: LoginName, on connection: any Connection) throws(StorageError) -> Account? {
        try accounts("WHERE account.login_name = \(name)", on: connection).first
    }

    /// Who has the role in the organisation, by name.
    package func accounts(
        with role: Role, in organisation: OrganisationID, on connection: any Connection
    ) throws(StorageError) -> [Account] {
        try accounts(
            """
            WHERE account.organisation_id = \(organisation) AND account.closed_at IS NULL AND EXISTS (
                SELECT 1 FROM account_role AS wanted WHERE wanted.account_id = account.id AND wanted.role = \(role))
            """, on: connection)
    }

    /// Everybody of the organisation who is more than a learner, by name.
    package func staff(
        of organisation: OrganisationID, on connection: any Connection
    ) throws(StorageError) -> [Account] {
        try accounts("WHERE organisation_id = \(organisation) AND closed_at IS NULL", on: connection)
            .filter(\.isStaff)
    }

    /// Whether anybody can run the installation already.
    package func hasAdministrator(on connection: any Connection) throws(StorageError) -> Bool {
        try connection.exists(
            """
            SELECT 1 FROM account_role JOIN secret ON secret.account_id = account_role.account_id
            WHERE role = \(Role.administrator)
            """)
    }

    package func isTaken(_ name: LoginName, on connection: any Connection) throws(StorageError) -> Bool {
        try connection.exists("SELECT 1 FROM account WHERE login_name = \(name)")
    }

    package func setName(
        _ name: String, _ loginName: LoginName, of account: AccountID, on connection: any Connection
    ) throws(StorageError) {
        try connection.execute(
            "UPDATE account SET name = \(name), login_name = \(loginName) WHERE id = \(account)")
    }

    package func setOrganisation(
        _ organisation: OrganisationID, of account: AccountID, on connection: any Connection
    ) throws(StorageError) {
        try connection.execute("UPDATE account SET organisation_id = \(organisation) WHERE id = \(account)")
    }

    private func accounts(_ filter: SQL, on connection: any Connection) throws(StorageError) -> [Account] {
        let rows = try connection.rows(
            """
            SELECT account.id, organisation_id, name, login_name, role
            FROM account LEFT JOIN account_role ON account_role.account_id = account.id
            \(filter) ORDER BY name, account.id
            """)
        return try Account.folded(rows)
    }
}

extension Account {
    /// One account for each run of rows with the same id, with the roles of all of them.
    static func folded(_ rows: [Row]) throws(StorageError) -> [Account] {
        var accounts: [Account] = []
        for row in rows {
            let id: AccountID = try row["id"]
            let role: Role? = try row["role"]
            let earlier = accounts.last?.id == id ? accounts.removeLast().roles : []
            accounts.append(
                Account(
                    id: id, organisation: try row["organisation_id"], name: try row["name"],
                    loginName: try row["login_name"], roles: earlier.union(role.map { [$0] } ?? [])))
        }
        return accounts
    }
}
