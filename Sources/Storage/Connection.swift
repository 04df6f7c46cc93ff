/// What a room may ask of the database inside `read` or `write`.
package protocol Connection {
    /// Runs a statement that changes something; answers how many rows it changed.
    @discardableResult
    func execute(_ sql: SQL) throws(StorageError) -> Int

    /// Runs a statement that answers rows: a SELECT, or one with RETURNING.
    func rows(_ sql: SQL) throws(StorageError) -> [Row]
}

extension Connection {
    /// The first row, where there is one.
    package func row(_ sql: SQL) throws(StorageError) -> Row? { try rows(sql).first }

    /// Whether the SELECT answers anything.
    package func exists(_ sql: SQL) throws(StorageError) -> Bool { try !rows(sql).isEmpty }
}
