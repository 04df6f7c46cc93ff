/// What the writer needs of an engine: one connection, for its own thread alone.
protocol WritingConnection: Sendable {
    func use(_ body: (any TransactingConnection) throws -> Void) throws
    func close() throws
}

/// A connection that may also begin and end transactions. All engines write them the same way but for the beginning.
protocol TransactingConnection: Connection {
    /// Begins a transaction that may write, and waits for the end of any other that may.
    func begin() throws(StorageError)

    /// False where the engine ended the transaction by itself: on a full disk, or when the connection was lost.
    var isInsideTransaction: Bool { get }
}
