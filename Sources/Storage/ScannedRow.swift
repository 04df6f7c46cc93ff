import CPostgreSQL
import GRDBSQLite

/// One row as it lies in the database: columns by place, from 0. It lives only inside the body of `scan`.
package struct ScannedRow {
    enum Source {
        /// A statement that stands at the row.
        case sqlite(OpaquePointer)
        /// Some rows, their columns in binary, and which of them this is.
        case postgreSQL(OpaquePointer, row: Int32)
    }

    let source: Source

    /// Nothing where the column is NULL.
    package func integer(_ column: Int) -> Int? {
        let column = Int32(column)
        switch source {
        case .sqlite(let statement):
            guard sqlite3_column_type(statement, column) != SQLITE_NULL else { return nil }
            return Int(sqlite3_column_int64(statement, column))
        case .postgreSQL:
            return bytes(Int(column)).map { $0.reduce(into: 0) { $0 = $0 << 8 | Int($1) } }
        }
    }

    /// The bytes of a blob or the UTF-8 of a text, until the body returns; nothing where the column is NULL.
    package func bytes(_ column: Int) -> UnsafeRawBufferPointer? {
        let column = Int32(column)
        switch source {
        case .sqlite(let statement):
            // A blob or text of no length has no address either, so only then the kind must be asked.
            if let start = sqlite3_column_blob(statement, column) {
                return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column)))
            }
            return sqlite3_column_type(statement, column) == SQLITE_NULL ? nil : UnsafeRawBufferPointer(start: nil, count: 0)
        case .postgreSQL(let rows, let row):
            guard PQgetisnull(rows, row, column) == 0 else { return nil }
            return UnsafeRawBufferPointer(
                start: PQgetvalue(rows, row, column), count: Int(PQgetlength(rows, row, column)))
        }
    }
}
