import Foundation
import GRDB

/// The embedded engine: one file in WAL mode, one connection that writes, any number that only read.
///
/// SQLite before 3.51.3 can, rarely, damage a file in WAL mode that two connections write or checkpoint at once.
/// So exactly one connection does both, and readers are opened read-only.
package final class SQLiteDatabase: Database {
    private let writer: GroupCommitWriter
    private let readers: Readers

    /// Opens the file, makes it where it is missing, and brings its schema up to date.
    ///
    /// - Parameter checkpoints: false for a command that writes beside a running server, which does the checkpoints.
    package convenience init(path: String, checkpoints: Bool = true, clock: Clock) throws(StorageError) {
        try self.init(path: path, migrations: Migrations.all, checkpoints: checkpoints, clock: clock)
    }

    init(path: String, migrations: [Migration], checkpoints: Bool = true, clock: Clock) throws(StorageError) {
        do {
            let queue = try DatabaseQueue(path: path, configuration: Self.writing(checkpoints: checkpoints))
            try Self.assertDurable(queue)
            try queue.inDatabase { try Migrator(migrations, .sqlite).run(on: SQLiteConnection($0), clock: clock) }
            writer = GroupCommitWriter(SQLiteWriter(queue))
            readers = try Readers(path: path)
        } catch {
            throw StorageError(opening: error)
        }
    }

    package func read<Value: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value {
        try readers.read(body)
    }

    @discardableResult
    package func write<Value: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value {
        try await writer.write(body)
    }

    /// A whole copy, while others read and write.
    package func backup(to path: String) async throws {
        try await readers.backup(to: path)
    }

    package func close() async throws {
        // The last connection that closes folds the write-ahead log into the file, and only the writer can.
        try readers.close()
        await writer.finish()
    }

    private static func writing(checkpoints: Bool) -> Configuration {
        var configuration = Configuration()
        configuration.label = "meedoen.writer"
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA journal_mode = WAL")
            try database.execute(sql: "PRAGMA synchronous = FULL")
            if !checkpoints { try database.execute(sql: "PRAGMA wal_autocheckpoint = 0") }
        }
        return configuration
    }

    /// Rather no database than one that forgets what it acknowledged.
    private static func assertDurable(_ queue: DatabaseQueue) throws {
        try queue.inDatabase { database in
            let journal = try String.fetchOne(database, sql: "PRAGMA journal_mode")
            let synchronous = try Int.fetchOne(database, sql: "PRAGMA synchronous")
            let foreignKeys = try Bool.fetchOne(database, sql: "PRAGMA foreign_keys")
            guard journal == "wal", synchronous == 2, foreignKeys == true else {
                throw StorageError.unreadable(
                    "it does not offer durable writes (journal \(journal ?? "?"), synchronous \(synchronous ?? -1))")
            }
        }
    }
}

private struct SQLiteWriter: WritingConnection {
    private let queue: DatabaseQueue

    init(_ queue: DatabaseQueue) { self.queue = queue }

    func use(_ body: (any TransactingConnection) throws -> Void) throws {
        try queue.inDatabase { try body(SQLiteConnection($0)) }
    }

    func close() throws { try queue.close() }
}
