import Accounts
package import Storage

/// Removes all that somebody learned.
package struct LearningErasureStore: Erasing {
    package init() {}

    package func erase(
        _ account: AccountID, by eraser: AccountID, at instant: Instant, on connection: any Connection
    ) throws(StorageError) {
        try connection.execute("DELETE FROM learning_event WHERE account_id = \(account)")
        try connection.execute("DELETE FROM lesson_progress WHERE account_id = \(account)")
        try connection.execute("DELETE FROM lesson_reaction WHERE account_id = \(account)")
    }
}
