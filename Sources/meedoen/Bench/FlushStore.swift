import Storage

/// The one table that the group-commit limit is measured on.
struct FlushStore {
    func make(on connection: any Connection) throws(StorageError) {
        try connection.execute("CREATE TABLE IF NOT EXISTS bench (n INTEGER NOT NULL) STRICT")
    }

    func insert(_ number: Int, on connection: any Connection) throws(StorageError) {
        try connection.execute("INSERT INTO bench (n) VALUES (\(number))")
    }
}
