/// One row of an answer; its columns are read by name.
///
///     let name: String = try row["name"]
///     let closedAt: Instant? = try row["closed_at"]
package struct Row: Sendable {
    let columns: Columns
    let values: [SQLValue]

    package subscript<Value: SQLConvertible>(column: String) -> Value {
        get throws(StorageError) {
            guard let index = columns.index(of: column) else { throw .noSuchColumn(column) }
            guard let value = Value(sqlValue: values[index]) else {
                throw .unexpectedValue(column: column, expected: "\(Value.self)")
            }
            return value
        }
    }
}

/// The names of an answer's columns, shared by its rows.
final class Columns: Sendable {
    private let names: [String]

    init(_ names: [String]) { self.names = names }

    func index(of name: String) -> Int? { names.firstIndex(of: name) }
}
