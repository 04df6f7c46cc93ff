/// One change of the schema, with a name that never changes once it has been published.
struct Migration: Sendable {
    let name: String
    let statements: [SQL]
}

/// Brings a database to the newest schema, or says that it is newer than this program.
struct Migrator {
    private let migrations: [Migration]

    init(_ migrations: [Migration]) { self.migrations = migrations }

    func run(on connection: any Connection, clock: Clock) throws(StorageError) {
        try connection.execute(
            "CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY, applied_at INTEGER NOT NULL) STRICT")
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

    private func apply(_ migration: Migration, on connection: any Connection, at instant: Instant) throws(StorageError) {
        try connection.execute("BEGIN IMMEDIATE")
        do {
            for statement in migration.statements { try connection.execute(statement) }
            try connection.execute(
                "INSERT INTO migration (name, applied_at) VALUES (\(migration.name), \(instant))")
            try connection.execute("COMMIT")
        } catch {
            try connection.execute("ROLLBACK")
            throw error
        }
    }
}
