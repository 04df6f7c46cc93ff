import Foundation
import GRDB

/// Runs `SQL` on a connection of GRDB's. It lives only inside one `read` or `write`.
struct SQLiteConnection: Connection {
    private let database: GRDB.Database

    init(_ database: GRDB.Database) { self.database = database }

    func execute(_ sql: SQL) throws(StorageError) -> Int {
        do {
            try prepared(sql).execute()
            return database.changesCount
        } catch {
            throw StorageError(error)
        }
    }

    func rows(_ sql: SQL) throws(StorageError) -> [Row] {
        do {
            let statement = try prepared(sql)
            let columns = Columns(statement.columnNames)
            let cursor = try GRDB.Row.fetchCursor(statement)
            var rows: [Row] = []
            while let row = try cursor.next() {
                rows.append(Row(columns: columns, values: row.databaseValues.map(SQLValue.init)))
            }
            return rows
        } catch {
            throw StorageError(error)
        }
    }

    private func prepared(_ sql: SQL) throws -> Statement {
        let (text, values) = sql.rendered { "?\($0)" }
        let statement = try database.cachedStatement(sql: text)
        try statement.setArguments(StatementArguments(values.map(\.databaseValue)))
        return statement
    }
}

extension SQLValue {
    fileprivate init(_ value: DatabaseValue) {
        switch value.storage {
        case .null: self = .null
        case .int64(let number): self = .integer(number)
        case .double(let number): self = .real(number)
        case .string(let text): self = .text(text)
        case .blob(let data): self = .blob(Array(data))
        }
    }

    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let number): number.databaseValue
        case .real(let number): number.databaseValue
        case .text(let text): text.databaseValue
        case .blob(let bytes): Data(bytes).databaseValue
        }
    }
}
