import Storage

/// Empties what somebody wrote and arranged.
struct ContactErasureStore {
    /// Of a citizen all goes; of a helper what they wrote, for what the citizen wrote is the citizen's. Appointments are
    /// of both, and there is nobody left to meet.
    func erase(_ account: AccountID, on connection: any Connection) throws(StorageError) {
        let pairs = try MatchedPairStore().pairs(of: account, on: connection)
        _ = try AppointmentStore().deleteAll(of: pairs.map(\.id), on: connection)
        _ = try MessageStore().deleteAll(of: pairs.filter { $0.citizen == account }.map(\.id), on: connection)
        try connection.execute("DELETE FROM message WHERE by_id = \(account)")
        try connection.execute("DELETE FROM message_reading WHERE account_id = \(account)")
        try connection.execute("DELETE FROM coordinator_call WHERE by_id = \(account)")
        try OfficialMandateStore().deleteAll(of: account, on: connection)
        _ = try CalendarStore().delete(of: account, on: connection)
    }
}
