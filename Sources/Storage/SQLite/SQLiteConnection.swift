import GRDB
import GRDBSQLite

/// Runs `SQL` on a connection of GRDB's. It lives only inside one `read` or `write`.
///
/// GRDB keeps the connection and the prepared statements; binding and stepping are SQLite's own calls, which take a
/// third of the time.
struct SQLiteConnection: TransactingConnection {
    private let database: GRDB.Database

    init(_ database: GRDB.Database) { self.database = database }

    var isInsideTransaction: Bool { database.isInsideTransaction }

    func begin() throws(StorageError) { try execute("BEGIN IMMEDIATE") }

    func execute(_ sql: SQL) throws(StorageError) -> Int {
        try run(sql) { _ in true }
        return database.changesCount
    }

    func rows(_ sql: SQL) throws(StorageError) -> [Row] {
        var columns: Columns?
        var rows: [Row] = []
        try run(sql) { statement in
            let count = sqlite3_column_count(statement)
            if columns == nil { columns = Columns((0..<count).map { String(cString: sqlite3_column_name(statement, $0)) }) }
            guard let columns else { return false }
            rows.append(Row(columns: columns, values: (0..<count).map { SQLValue(statement, $0) }))
            return true
        }
        return rows
    }

    func scan(_ sql: SQL, _ body: (ScannedRow) -> Bool) throws(StorageError) {
        try run(sql) { body(ScannedRow(source: .sqlite($0))) }
    }

    /// Binds, steps to the end or until `row` has enough, and leaves the statement ready for its next use.
    private func run(_ sql: SQL, _ row: (OpaquePointer) -> Bool) throws(StorageError) {
        let (text, values) = sql.rendered { "?\($0)" }
        let statement: OpaquePointer
        do {
            statement = try database.cachedStatement(sql: text).sqliteStatement
        } catch {
            throw StorageError(error)
        }
        defer {
            sqlite3_reset(statement)
            sqlite3_clear_bindings(statement)
        }
        for (index, value) in values.enumerated() { value.bind(to: statement, at: Int32(index + 1)) }
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW: if !row(statement) { return }
            case SQLITE_DONE: return
            case let code:
                let handle = sqlite3_db_handle(statement)
                throw StorageError(
                    DatabaseError(
                        resultCode: ResultCode(rawValue: sqlite3_extended_errcode(handle)),
                        message: handle.flatMap { sqlite3_errmsg($0) }.map { String(cString: $0) } ?? "code \(code)",
                        sql: text))
            }
        }
    }
}

extension SQLValue {
    fileprivate init(_ statement: OpaquePointer, _ column: Int32) {
        switch sqlite3_column_type(statement, column) {
        case SQLITE_INTEGER: self = .integer(sqlite3_column_int64(statement, column))
        case SQLITE_FLOAT: self = .real(sqlite3_column_double(statement, column))
        case SQLITE_TEXT:
            let bytes = UnsafeBufferPointer(
                start: sqlite3_column_text(statement, column), count: Int(sqlite3_column_bytes(statement, column)))
            self = .text(String(decoding: bytes, as: UTF8.self))
        case SQLITE_BLOB:
            let bytes = UnsafeRawBufferPointer(
                start: sqlite3_column_blob(statement, column), count: Int(sqlite3_column_bytes(statement, column)))
            self = .blob(Array(bytes))
        default: self = .null
        }
    }

    /// SQLite copies texts and bytes, so that they need not outlive the call.
    fileprivate func bind(to statement: OpaquePointer, at index: Int32) {
        let copy = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        switch self {
        case .null: sqlite3_bind_null(statement, index)
        case .integer(let number): sqlite3_bind_int64(statement, index, number)
        case .real(let number): sqlite3_bind_double(statement, index, number)
        case .text(let text): sqlite3_bind_text(statement, index, text, Int32(text.utf8.count), copy)
        case .blob(let bytes): sqlite3_bind_blob(statement, index, bytes, Int32(bytes.count), copy)
        }
    }
}
