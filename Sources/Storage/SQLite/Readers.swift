import Dispatch
import Foundation
import GRDB
import Synchronization

/// The connections that only read.
///
/// A read runs at once, on the thread that asks: most take some microseconds, less than a change of threads costs.
/// Nobody ever waits for a free connection, so reads cannot lock each other out: where all are in use, one more is
/// opened, and their number stays at that of the threads that run at the same moment.
final class Readers: Sendable {
    private let path: String
    private let free: Mutex<[DatabaseQueue]?>

    init(path: String) throws {
        self.path = path
        free = Mutex([try Self.open(path)])
    }

    func read<Value>(_ body: (any Connection) throws -> Value) throws -> Value {
        let reader = try take()
        defer { giveBack(reader) }
        return try reader.inDatabase { database in
            try Self.begin(database)
            defer { Self.end(database) }
            return try body(SQLiteConnection(database))
        }
    }

    /// Copies the whole database on a thread of its own; writers go on meanwhile.
    func backup(to path: String) async throws {
        let source = try Self.open(self.path)
        let unfinished = path + ".unfinished"
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            DispatchQueue(label: "meedoen.backup").async {
                continuation.resume(
                    with: Result {
                        try? FileManager.default.removeItem(atPath: unfinished)
                        let copy = try DatabaseQueue(path: unfinished)
                        try source.backup(to: copy)
                        try copy.close()
                        guard rename(unfinished, path) == 0 else {
                            throw StorageError.failed("cannot write \(path): \(String(cString: strerror(errno)))")
                        }
                    }.mapError(StorageError.init))
            }
        }
    }

    func close() throws {
        for reader in free.withLock({ free in defer { free = nil }; return free ?? [] }) { try reader.close() }
    }

    private func take() throws -> DatabaseQueue {
        let reader = try free.withLock { free throws(StorageError) -> DatabaseQueue? in
            guard free != nil else { throw .closed }
            return free?.popLast()
        }
        return try reader ?? Self.open(path)
    }

    private func giveBack(_ reader: DatabaseQueue) {
        free.withLock { $0?.append(reader) }
    }

    /// One snapshot for the whole of `body`.
    private static func begin(_ database: GRDB.Database) throws {
        try database.cachedStatement(sql: "BEGIN").execute()
    }

    /// Nothing was written, so there is nothing to keep; a failure here shows at the next BEGIN.
    private static func end(_ database: GRDB.Database) {
        try? database.cachedStatement(sql: "ROLLBACK").execute()
    }

    private static func open(_ path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.label = "meedoen.reader"
        configuration.readonly = true
        configuration.allowsUnsafeTransactions = true
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA wal_autocheckpoint = 0") }
        return try DatabaseQueue(path: path, configuration: configuration)
    }
}
