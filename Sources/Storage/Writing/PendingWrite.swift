/// A write that waits for its turn. Only the writer's thread touches it once it is waiting.
protocol PendingWrite: Sendable {
    func run(_ connection: any Connection) throws
    /// The write itself failed; the others in its group go on.
    func remember(_ error: any Error)
    /// The group is durable: answer with what `run` made, or with the error it remembered.
    func succeed()
    /// The group is lost.
    func fail(_ error: StorageError)
}

final class Write<Value: Sendable>: PendingWrite {
    private let body: @Sendable (any Connection) throws -> Value
    private let continuation: CheckedContinuation<Value, any Error>
    nonisolated(unsafe) private var result: Result<Value, any Error>?

    init(
        _ body: @escaping @Sendable (any Connection) throws -> Value,
        _ continuation: CheckedContinuation<Value, any Error>
    ) {
        self.body = body
        self.continuation = continuation
    }

    func run(_ connection: any Connection) throws { result = .success(try body(connection)) }
    func remember(_ error: any Error) { result = .failure(error) }
    func succeed() { continuation.resume(with: result ?? .failure(StorageError.failed("a write that never ran"))) }
    func fail(_ error: StorageError) { continuation.resume(throwing: error) }
}
