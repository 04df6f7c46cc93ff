import CPostgreSQL

/// One connection to a PostgreSQL server, used by one thread at a time.
///
/// Values go there and come back in binary, each with its type said: so the server never has to guess one, and nothing
/// is ever written as text and read again.
final class PostgreSQLConnection: TransactingConnection, @unchecked Sendable {
    /// The number of the lock that all who write in a database take in turn.
    private static let writersLock = 0x4D65_6564_6F65_6E
    /// Lists of many lengths make many texts, and the server remembers each.
    private static let mostPrepared = 400
    /// Rows fetched at a time by `scan`.
    private static let batch = 2000

    private let handle: OpaquePointer
    private var prepared: [PreparedText: String] = [:]

    /// - Parameter address: `postgres://user@host/database`, or the words that libpq knows.
    init(_ address: String) throws(StorageError) {
        guard let handle = PQconnectdb(address) else { throw .unreadable("there is no memory for a connection") }
        self.handle = handle
        guard PQstatus(handle) == CONNECTION_OK else {
            throw .unreadable(String(cString: PQerrorMessage(handle)).onOneLine)
        }
        try settle()
    }

    deinit { PQfinish(handle) }

    var isInsideTransaction: Bool {
        let status = PQtransactionStatus(handle)
        return status == PQTRANS_INTRANS || status == PQTRANS_INERROR
    }

    /// Each statement sees what was durable before it: after the lock, all that others wrote.
    func begin() throws(StorageError) {
        try begin("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE")
        try execute("SELECT pg_advisory_xact_lock(\(Self.writersLock))")
    }

    /// Begins a transaction that cannot write, and sees one snapshot.
    func beginReading() throws(StorageError) { try begin("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY") }

    /// Nothing was done yet, so a connection that was lost since its last use can be made anew.
    private func begin(_ sql: SQL) throws(StorageError) {
        do {
            try execute(sql)
        } catch {
            guard case .unreachable = error else { throw error }
            PQreset(handle)
            prepared = [:]
            try settle()
            try execute(sql)
        }
    }

    private func settle() throws(StorageError) {
        try execute("SET client_encoding TO 'UTF8'")
        try execute("SET client_min_messages TO warning")
        // A server may be told to acknowledge before the disk has it; not for this one.
        try execute("SET synchronous_commit TO on")
    }

    @discardableResult
    func execute(_ sql: SQL) throws(StorageError) -> Int {
        let answer = try answer(sql)
        return Int(String(cString: PQcmdTuples(answer.pointer))) ?? 0
    }

    func rows(_ sql: SQL) throws(StorageError) -> [Row] {
        let answer = try answer(sql)
        let columns = 0..<PQnfields(answer.pointer)
        let names = Columns(columns.map { String(cString: PQfname(answer.pointer, $0)) })
        return (0..<PQntuples(answer.pointer)).map { row in
            Row(columns: names, values: columns.map { answer.value(row, $0) })
        }
    }

    /// By a cursor, so that neither side holds more than some of the rows.
    func scan(_ sql: SQL, _ body: (ScannedRow) -> Bool) throws(StorageError) {
        try execute("DECLARE scanned NO SCROLL CURSOR FOR " + sql)
        var isWanted = true
        while isWanted {
            let rows = try answer(once: "FETCH \(Self.batch) FROM scanned")
            isWanted = PQntuples(rows.pointer) > 0
            for row in 0..<PQntuples(rows.pointer) where isWanted {
                isWanted = body(ScannedRow(source: .postgreSQL(rows.pointer, row: row)))
            }
        }
        try execute("CLOSE scanned")
    }

    private func answer(_ sql: SQL) throws(StorageError) -> PostgreSQLAnswer {
        let (text, values) = sql.rendered { "$\($0)" }
        let name = try prepare(PreparedText(text: text, types: values.map(\.type)))
        let result = values.withParameters { values, lengths, formats in
            PQexecPrepared(handle, name, Int32(lengths.count), values, lengths, formats, 1)
        }
        return try PostgreSQLAnswer(result, on: handle)
    }

    /// A statement without values that the server need not remember.
    private func answer(once text: String) throws(StorageError) -> PostgreSQLAnswer {
        try PostgreSQLAnswer(PQexecParams(handle, text, 0, nil, nil, nil, nil, 1), on: handle)
    }

    private func prepare(_ text: PreparedText) throws(StorageError) -> String {
        if let name = prepared[text] { return name }
        if prepared.count == Self.mostPrepared {
            _ = try answer(once: "DEALLOCATE ALL")
            prepared = [:]
        }
        let name = "s\(prepared.count)"
        _ = try PostgreSQLAnswer(
            PQprepare(handle, name, text.text, Int32(text.types.count), text.types), on: handle)
        prepared[text] = name
        return name
    }

    private struct PreparedText: Hashable {
        let text: String
        let types: [Oid]
    }
}
