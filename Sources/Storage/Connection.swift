/// What a room may ask of the database inside `read` or `write`.
package protocol Connection {
    /// Runs a statement that changes something; answers how many rows it changed.
    @discardableResult
    func execute(_ sql: SQL) throws(StorageError) -> Int

    /// Runs a statement that answers rows: a SELECT, or one with RETURNING.
    func rows(_ sql: SQL) throws(StorageError) -> [Row]

    /// Hands over the rows of a SELECT one by one, without copying them, for who reads a million of them; the body
    /// says whether it wants the next.
    func scan(_ sql: SQL, _ body: (ScannedRow) -> Bool) throws(StorageError)
}

extension Connection {
    /// The first row, where there is one.
    package func row(_ sql: SQL) throws(StorageError) -> Row? { try rows(sql).first }

    /// Whether the SELECT answers anything.
    package func exists(_ sql: SQL) throws(StorageError) -> Bool { try !rows(sql).isEmpty }
}
