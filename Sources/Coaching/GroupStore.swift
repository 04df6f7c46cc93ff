package import Accounts
package import Storage

/// Groups, their coaches and their learners, in the database. What a viewer may not see is not found.
package struct GroupStore: Sendable {
    package init() {}

    /// Whether the group was new.
    func insert(
        _ group: Group, by coach: AccountID, at instant: Instant, on connection: any Connection
    ) throws(StorageError) -> Bool {
        let count = try connection.execute(
            """
            INSERT INTO learner_group (id, organisation_id, name, created_at, created_by)
            VALUES (\(group.id), \(group.organisation), \(group.name), \(instant), \(coach))
            ON CONFLICT (id) DO NOTHING
            """)
        guard count == 1 else { return false }
        try connection.execute(
            "INSERT INTO group_coach (group_id, account_id, since) VALUES (\(group.id), \(coach), \(instant))")
        return true
    }

    func add(
        _ learner: AccountID, to group: GroupID, at instant: Instant, on connection: any Connection
    ) throws(StorageError) {
        try connection.execute(
            """
            INSERT INTO group_member (group_id, account_id, joined_at)
            VALUES (\(group), \(learner), \(instant))
            ON CONFLICT (group_id, account_id) DO UPDATE SET left_at = NULL
            """)
    }

    /// The groups that the viewer may see, by name: a coach's own, and all of a coordinator's organisation.
    package func groups(for viewer: Account, on connection: any Connection) throws(StorageError) -> [Group] {
        try groups(" ORDER BY name, learner_group.id", for: viewer, on: connection)
    }

    package func group(_ id: GroupID, for viewer: Account, on connection: any Connection) throws(StorageError) -> Group? {
        try groups(" AND learner_group.id = \(id)", for: viewer, on: connection).first
    }

    /// Who is in the group, by name.
    package func members(of group: GroupID, on connection: any Connection) throws(StorageError) -> [Member] {
        var members: [Member] = []
        let rows = try connection.rows(
            """
            SELECT account.id, account.name FROM group_member JOIN account ON account.id = group_member.account_id
            WHERE group_id = \(group) AND left_at IS NULL AND closed_at IS NULL ORDER BY account.name, account.id
            """)
        for row in rows {
            let name: String? = try row["name"]
            members.append(Member(account: try row["id"], name: name ?? ""))
        }
        return members
    }

    private func groups(_ more: SQL, for viewer: Account, on connection: any Connection) throws(StorageError) -> [Group] {
        var groups: [Group] = []
        let seesAll = viewer.has(.coordinator)
        let rows = try connection.rows(
            """
            SELECT learner_group.id, organisation_id, name FROM learner_group
            WHERE closed_at IS NULL AND organisation_id = \(viewer.organisation) AND (\(seesAll) = 1 OR EXISTS (
                SELECT 1 FROM group_coach WHERE group_id = learner_group.id AND account_id = \(viewer.id)))\(more)
            """)
        for row in rows {
            groups.append(Group(id: try row["id"], organisation: try row["organisation_id"], name: try row["name"]))
        }
        return groups
    }
}
