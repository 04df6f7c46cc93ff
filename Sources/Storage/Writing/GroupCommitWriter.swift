import Dispatch
import Synchronization

/// The one connection that writes. Writes that arrive while another is being made durable wait, and then share one
/// transaction and one flush: a flush takes a hundred times as long as a small write.
///
/// Each write has a savepoint of its own, so that one that fails leaves the others alone. After a flush that failed
/// SQLite may believe that the data is safe, so the writer stops for good and acknowledges nothing any more.
final class GroupCommitWriter: Sendable {
    /// Enough to make the flush cheap, few enough that the first of them does not wait long.
    private static let largestGroup = 256

    private struct State {
        var waiting: [any PendingWrite] = []
        var isWorking = false
        var refusal: StorageError?
    }

    private let connection: any WritingConnection
    private let thread = DispatchQueue(label: "meedoen.group-commit", qos: .userInitiated)
    private let state = Mutex(State())

    init(_ connection: any WritingConnection) { self.connection = connection }

    func write<Value: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            enqueue(Write(body, continuation))
        }
    }

    /// Refuses what comes later, waits for what came before, and closes the connection.
    func finish() async {
        state.withLock { $0.refusal = $0.refusal ?? .closed }
        await withCheckedContinuation { continuation in
            thread.async {
                try? self.connection.close()
                continuation.resume()
            }
        }
    }

    private func enqueue(_ write: any PendingWrite) {
        let (refusal, mustStart) = state.withLock { state -> (StorageError?, Bool) in
            if let refusal = state.refusal { return (refusal, false) }
            state.waiting.append(write)
            defer { state.isWorking = true }
            return (nil, !state.isWorking)
        }
        if let refusal { return write.fail(refusal) }
        if mustStart { thread.async { self.work() } }
    }

    private func work() {
        while let group = nextGroup() {
            do {
                try connection.use { try commit(group, $0) }
                for write in group { write.succeed() }
            } catch {
                let error = StorageError(error)
                if case .stopped = error { stop(error) }
                for write in group { write.fail(error) }
            }
        }
    }

    private func nextGroup() -> [any PendingWrite]? {
        state.withLock { state in
            guard !state.waiting.isEmpty else {
                state.isWorking = false
                return nil
            }
            defer { state.waiting.removeFirst(min(Self.largestGroup, state.waiting.count)) }
            return Array(state.waiting.prefix(Self.largestGroup))
        }
    }

    /// All of the group becomes durable, or this throws and nothing of it was kept.
    private func commit(_ group: [any PendingWrite], _ connection: any TransactingConnection) throws {
        do {
            try connection.begin()
            for write in group {
                try connection.execute("SAVEPOINT one_write")
                do {
                    try write.run(connection)
                    try connection.execute("RELEASE SAVEPOINT one_write")
                } catch {
                    write.remember(error)
                    // A full disk or a failing one ends the whole transaction; then nobody may go on in it.
                    guard connection.isInsideTransaction else { throw error }
                    try connection.execute("ROLLBACK TO SAVEPOINT one_write")
                    try connection.execute("RELEASE SAVEPOINT one_write")
                }
            }
            try connection.execute("COMMIT")
        } catch {
            if connection.isInsideTransaction { try connection.execute("ROLLBACK") }
            throw error
        }
    }

    private func stop(_ error: StorageError) {
        let waiting = state.withLock { state in
            state.refusal = error
            defer { state.waiting = [] }
            return state.waiting
        }
        for write in waiting { write.fail(error) }
    }
}
