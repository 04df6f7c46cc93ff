/// The engine for an installation that outgrows one machine: a PostgreSQL server, which several processes share.
///
/// Writes go as they do in SQLite: one at a time, also those of other processes, in groups that become durable together.
/// So no rule needs to be thought through for each engine anew.
package final class PostgreSQLDatabase: Database {
    private let writer: GroupCommitWriter
    private let readers: PostgreSQLReaders

    /// Connects, and brings the schema up to date. Connections that are lost later are made anew.
    ///
    /// - Parameter address: `postgres://user@host/database`, or the words that libpq knows.
    package convenience init(address: String, clock: Clock) throws(StorageError) {
        try self.init(address: address, migrations: Migrations.all, clock: clock)
    }

    init(address: String, migrations: [Migration], clock: Clock) throws(StorageError) {
        let connection = try PostgreSQLConnection(address)
        try Self.assertFit(connection)
        try Migrator(migrations, .postgreSQL).run(on: connection, clock: clock)
        writer = GroupCommitWriter(PostgreSQLWriter(connection))
        readers = PostgreSQLReaders(address)
    }

    package func read<Value: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value {
        try await readers.read(body)
    }

    @discardableResult
    package func write<Value: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value {
        try await writer.write(body)
    }

    package func close() async throws {
        readers.close()
        await writer.finish()
    }

    /// Rather no database than one that forgets what it acknowledged, or cannot write a name.
    private static func assertFit(_ connection: PostgreSQLConnection) throws(StorageError) {
        func setting(_ name: String) throws(StorageError) -> String {
            try connection.row("SELECT current_setting(\(name)) AS value")?["value"] ?? ""
        }
        let (fsync, encoding) = (try setting("fsync"), try setting("server_encoding"))
        guard fsync == "on" else { throw .unreadable("it does not offer durable writes (fsync is \(fsync))") }
        guard encoding == "UTF8" else { throw .unreadable("it keeps texts as \(encoding), not as UTF8") }
    }
}

/// The one connection that writes.
private final class PostgreSQLWriter: WritingConnection, @unchecked Sendable {
    /// Only the writer's thread touches it.
    private var connection: PostgreSQLConnection?

    init(_ connection: PostgreSQLConnection) { self.connection = connection }

    func use(_ body: (any TransactingConnection) throws -> Void) throws {
        guard let connection else { throw StorageError.closed }
        try body(connection)
    }

    func close() { connection = nil }
}
