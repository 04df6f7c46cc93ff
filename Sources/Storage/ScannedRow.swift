import CPostgreSQL
import GRDBSQLite

/// One row as it lies in the database: columns by place, from 0. It lives only inside the body of `scan`.
package struct ScannedRow {
    enum Source {
        /// A statement that stands at the row. Its values are asked directly, without a lock for each question: readers'
        /// connections are opened without one, since one thread uses them at a time.
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
            let value = sqlite3_column_value(statement, column)
            return sqlite3_value_type(value) == SQLITE_NULL ? nil : Int(sqlite3_value_int64(value))
        case .postgreSQL:
            return bytes(Int(column)).map { Int($0.wholeNumber) }
        }
    }

    /// The bytes of a blob or the UTF-8 of a text, until the body returns; nothing where the column is NULL.
    package func bytes(_ column: Int) -> UnsafeRawBufferPointer? {
        let column = Int32(column)
        switch source {
        case .sqlite(let statement):
            let value = sqlite3_column_value(statement, column)
            if sqlite3_value_type(value) == SQLITE_NULL { return nil }
            return UnsafeRawBufferPointer(start: sqlite3_value_blob(value), count: Int(sqlite3_value_bytes(value)))
        case .postgreSQL(let rows, let row):
            guard PQgetisnull(rows, row, column) == 0 else { return nil }
            return UnsafeRawBufferPointer(
                start: PQgetvalue(rows, row, column), count: Int(PQgetlength(rows, row, column)))
        }
    }
}
