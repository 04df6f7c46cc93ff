import GRDBSQLite

/// One row as it lies in the database: columns by place, from 0. It lives only inside the body of `scan`.
package struct ScannedRow {
    let statement: OpaquePointer

    /// Nothing where the column is NULL.
    package func integer(_ column: Int) -> Int? {
        guard sqlite3_column_type(statement, Int32(column)) != SQLITE_NULL else { return nil }
        return Int(sqlite3_column_int64(statement, Int32(column)))
    }

    /// The bytes of a blob or the UTF-8 of a text, until the body returns; nothing where the column is NULL.
    package func bytes(_ column: Int) -> UnsafeRawBufferPointer? {
        let column = Int32(column)
        // A blob or text of no length has no address either, so only then the kind must be asked.
        if let start = sqlite3_column_blob(statement, column) {
            return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column)))
        }
        return sqlite3_column_type(statement, column) == SQLITE_NULL ? nil : UnsafeRawBufferPointer(start: nil, count: 0)
    }
}
