import CPostgreSQL

/// What the server answered to one statement, until this goes away.
struct PostgreSQLAnswer: ~Copyable {
    let pointer: OpaquePointer

    /// Throws what the server said where it refused.
    init(_ result: OpaquePointer?, on connection: OpaquePointer) throws(StorageError) {
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK:
            guard let result else { throw .failed("no answer") }
            pointer = result
        default:
            defer { PQclear(result) }
            throw StorageError(postgreSQL: result, on: connection)
        }
    }

    deinit { PQclear(pointer) }

    func value(_ row: Int32, _ column: Int32) -> SQLValue {
        guard PQgetisnull(pointer, row, column) == 0 else { return .null }
        let bytes = UnsafeRawBufferPointer(
            start: PQgetvalue(pointer, row, column), count: Int(PQgetlength(pointer, row, column)))
        switch PQftype(pointer, column) {
        case .smallint, .integer, .bigint: return .integer(bytes.wholeNumber)
        case .double: return .real(Double(bitPattern: UInt64(bitPattern: bytes.wholeNumber)))
        case .boolean: return .integer(bytes.first == 0 ? 0 : 1)
        case .bytea: return .blob(Array(bytes))
        default: return .text(String(decoding: bytes, as: UTF8.self))
        }
    }
}

extension StorageError {
    /// By the codes of the SQL standard and of PostgreSQL's manual, appendix A. The text never holds what was written.
    fileprivate init(postgreSQL result: OpaquePointer?, on connection: OpaquePointer) {
        func field(_ code: UnicodeScalar) -> String? {
            PQresultErrorField(result, Int32(code.value)).map { String(cString: $0) }
        }
        let message = field("M") ?? String(cString: PQerrorMessage(connection)).onOneLine
        switch field("C") {
        case let state? where state.hasPrefix("23"): self = .constraint(message)
        case "53100": self = .diskFull
        case let state? where state.hasPrefix("08") || state.hasPrefix("57P"): self = .unreachable(message)
        case let state?: self = .failed("\(state): \(message)")
        // Not the server's word but libpq's: there is no connection any more.
        case nil: self = .unreachable(message)
        }
    }
}

extension String {
    /// libpq says some things on several lines.
    var onOneLine: String {
        split(whereSeparator: \.isNewline).map { $0.trimmingPrefix { $0.isWhitespace } }.joined(separator: "; ")
    }
}

extension UnsafeRawBufferPointer {
    /// Of two, four or eight bytes, the highest first.
    var wholeNumber: Int64 {
        let start: Int64 = (first ?? 0) < 0x80 ? 0 : -1
        return reduce(start) { $0 << 8 | Int64($1) }
    }
}

/// The types that Meedoen's columns and sums have, by their numbers in the server's catalogue (pg_type).
extension Oid {
    static let unknown: Oid = 0
    static let boolean: Oid = 16
    static let bytea: Oid = 17
    static let bigint: Oid = 20
    static let smallint: Oid = 21
    static let integer: Oid = 23
    static let text: Oid = 25
    static let double: Oid = 701
}
