/// One change of the schema, with a name that never changes once it has been published.
///
/// The statements are written as SQLite wants them; `Dialect` says the few words that differ in another engine.
struct Migration: Sendable {
    let name: String
    let statements: [SQL]
    var refusals: [SchemaRefusal] = []
}

/// Brings a database to the newest schema, or says that it is newer than this program.
struct Migrator {
    private let migrations: [Migration]
    private let dialect: Dialect

    init(_ migrations: [Migration], _ dialect: Dialect) {
        self.migrations = migrations
        self.dialect = dialect
    }

    func run(on connection: any TransactingConnection, clock: Clock) throws(StorageError) {
        try whole(connection) { () throws(StorageError) in
            try connection.execute(
                dialect.statement(
                    "CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY, applied_at INTEGER NOT NULL) STRICT"))
        }
        let applied = try applied(on: connection)
        let unknown = applied.subtracting(migrations.map(\.name))
        guard unknown.isEmpty else { throw .newer(unknown: unknown.sorted()) }
        for migration in migrations where !applied.contains(migration.name) {
            try apply(migration, on: connection, at: clock.now())
        }
    }

    private func applied(on connection: any Connection) throws(StorageError) -> Set<String> {
        var names: Set<String> = []
        for row in try connection.rows("SELECT name FROM migration") { names.insert(try row["name"]) }
        return names
    }

    private func apply(
        _ migration: Migration, on connection: any TransactingConnection, at instant: Instant
    ) throws(StorageError) {
        try whole(connection) { () throws(StorageError) in
            // Another process may have made the change while this one waited for its turn.
            guard try !applied(on: connection).contains(migration.name) else { return }
            for statement in migration.statements { try connection.execute(dialect.statement(statement)) }
            for statement in migration.refusals.flatMap(dialect.statements) { try connection.execute(statement) }
            try connection.execute("INSERT INTO migration (name, applied_at) VALUES (\(migration.name), \(instant))")
        }
    }

    /// All of `body` or nothing of it.
    private func whole(_ connection: any TransactingConnection, _ body: () throws(StorageError) -> Void) throws(StorageError) {
        try connection.begin()
        do {
            try body()
            try connection.execute("COMMIT")
        } catch {
            try connection.execute("ROLLBACK")
            throw error
        }
    }
}
