import Dispatch
import Synchronization

/// The connections that only read. A read has a thread of its own, since it waits for the server; who finds all
/// connections in use waits for one, in turn.
final class PostgreSQLReaders: Sendable {
    /// Of a server's hundred, so that some processes can share it.
    private static let most = 8

    private struct State {
        var free: [PostgreSQLConnection] = []
        /// How many there are, free and in use.
        var count = 0
        var waiting: [CheckedContinuation<PostgreSQLConnection?, any Error>] = []
        var isClosed = false
    }

    private let address: String
    private let threads = DispatchQueue(label: "meedoen.readers", qos: .userInitiated, attributes: .concurrent)
    private let state = Mutex(State())

    init(_ address: String) { self.address = address }

    func read<Value: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> Value) async throws -> Value {
        let free = try await take()
        return try await withCheckedThrowingContinuation { continuation in
            threads.async {
                continuation.resume(
                    with: Result {
                        let connection = try free ?? self.open()
                        defer { self.handOn(connection) }
                        return try Self.read(on: connection, body)
                    })
            }
        }
    }

    func close() {
        let waiting = state.withLock { state in
            state.isClosed = true
            state.free = []
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume(throwing: StorageError.closed) }
    }

    private static func read<Value>(
        on connection: PostgreSQLConnection, _ body: (any Connection) throws -> Value
    ) throws -> Value {
        try connection.beginReading()
        // Nothing was written, so there is nothing to keep.
        defer { _ = try? connection.execute("ROLLBACK") }
        return try body(connection)
    }

    /// Nothing where one more is to be opened.
    private func take() async throws -> PostgreSQLConnection? {
        try await withCheckedThrowingContinuation { continuation in
            let found: Result<PostgreSQLConnection?, any Error>? = state.withLock { state in
                if state.isClosed { return .failure(StorageError.closed) }
                if let free = state.free.popLast() { return .success(free) }
                if state.count < Self.most {
                    state.count += 1
                    return .success(nil)
                }
                state.waiting.append(continuation)
                return nil
            }
            if let found { continuation.resume(with: found) }
        }
    }

    private func open() throws -> PostgreSQLConnection {
        do {
            return try PostgreSQLConnection(address)
        } catch {
            handOn(nil)
            throw error
        }
    }

    /// To who waits longest; nothing where there is a place for a new one instead.
    private func handOn(_ connection: PostgreSQLConnection?) {
        let next = state.withLock { state -> CheckedContinuation<PostgreSQLConnection?, any Error>? in
            if !state.waiting.isEmpty { return state.waiting.removeFirst() }
            if let connection, !state.isClosed { state.free.append(connection) } else { state.count -= 1 }
            return nil
        }
        next?.resume(returning: connection)
    }
}
