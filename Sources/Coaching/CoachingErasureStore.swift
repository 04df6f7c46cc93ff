import Accounts
package import Storage

/// Takes somebody out of all groups, as a learner and as a coach.
package struct CoachingErasureStore: Erasing {
    package init() {}

    package func erase(
        _ account: AccountID, by eraser: AccountID, at instant: Instant, on connection: any Connection
    ) throws(StorageError) {
        try connection.execute("DELETE FROM group_member WHERE account_id = \(account)")
        try connection.execute("DELETE FROM group_coach WHERE account_id = \(account)")
    }
}
