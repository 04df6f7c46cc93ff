/// How an engine wants a change of the schema. Everything else that rooms ask is the same text in every engine.
enum Dialect {
    case sqlite
    case postgreSQL

    /// A statement of a migration, which is written for SQLite.
    func statement(_ sql: SQL) -> SQL {
        switch self {
        case .sqlite: sql
        // Texts compare and sort by their bytes, as they do in SQLite.
        case .postgreSQL:
            sql.replacing(
                words: ["INTEGER": "BIGINT", "BLOB": "BYTEA", "TEXT": #"TEXT COLLATE "C""#, "STRICT": ""])
        }
    }

    func statements(_ refusal: SchemaRefusal) -> [SQL] {
        let statements =
            switch self {
            case .sqlite: [sqlite(refusal)]
            case .postgreSQL: postgreSQL(refusal)
            }
        return statements.map(SQL.init(stringLiteral:))
    }

    private func sqlite(_ refusal: SchemaRefusal) -> String {
        """
        CREATE TRIGGER \(refusal.name) BEFORE \(refusal.change.rawValue) ON \(refusal.table)
        \(refusal.condition.map { "WHEN \($0)" } ?? "")
        BEGIN SELECT RAISE(ABORT, '\(refusal.message)'); END
        """
    }

    private func postgreSQL(_ refusal: SchemaRefusal) -> [String] {
        let function = """
            CREATE FUNCTION \(refusal.name)() RETURNS trigger LANGUAGE plpgsql AS $refusal$
            BEGIN
                IF \(refusal.condition ?? "TRUE") THEN
                    RAISE EXCEPTION USING
                        MESSAGE = '\(refusal.message)', ERRCODE = 'integrity_constraint_violation';
                END IF;
                RETURN NEW;
            END $refusal$
            """
        let trigger = """
            CREATE TRIGGER \(refusal.name) BEFORE \(refusal.change.rawValue) ON \(refusal.table)
            FOR EACH ROW EXECUTE FUNCTION \(refusal.name)()
            """
        // TRUNCATE removes every row and asks no trigger of a row.
        let truncating = """
            CREATE TRIGGER \(refusal.name)_at_once BEFORE TRUNCATE ON \(refusal.table)
            FOR EACH STATEMENT EXECUTE FUNCTION \(refusal.name)()
            """
        return [function, trigger] + (refusal.change == .delete ? [truncating] : [])
    }
}
