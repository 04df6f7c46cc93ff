/// The database, whichever engine keeps it.
package protocol Database: Sendable {
    /// Reads in one consistent snapshot. A write inside fails.
    func read<Value: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> Value) async throws -> Value

    /// Runs all of `body` or nothing of it, and returns only after it is durable. Writes that wait at the same moment
    /// may be made durable together; each of them alone succeeds or fails.
    @discardableResult
    func write<Value: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> Value) async throws -> Value

    /// Finishes what is running; what comes later fails with `StorageError.closed`.
    func close() async throws
}
