import CPostgreSQL

extension SQLValue {
    var type: Oid {
        switch self {
        case .null: .unknown
        case .integer: .bigint
        case .real: .double
        case .text: .text
        case .blob: .bytea
        }
    }

    /// As the server's binary form has it; nothing for NULL.
    private func write(to bytes: inout [UInt8]) {
        switch self {
        case .null: break
        case .integer(let number): withUnsafeBytes(of: number.bigEndian) { bytes += $0 }
        case .real(let number): withUnsafeBytes(of: number.bitPattern.bigEndian) { bytes += $0 }
        case .text(let text): bytes += text.utf8
        case .blob(let blob): bytes += blob
        }
    }

    /// All values in one run of bytes, and where each of them ends.
    fileprivate static func written(_ values: [SQLValue]) -> (bytes: [UInt8], ends: [Int]) {
        var bytes: [UInt8] = []
        let ends = values.map { value in
            value.write(to: &bytes)
            return bytes.count
        }
        // An empty text needs an address too: without one it would be NULL.
        bytes.append(0)
        return (bytes, ends)
    }
}

extension [SQLValue] {
    /// Addresses, lengths and formats (1: binary) of the values, for as long as `body` runs.
    func withParameters<Answer>(
        _ body: (_ values: [UnsafePointer<CChar>?], _ lengths: [Int32], _ formats: [Int32]) -> Answer
    ) -> Answer {
        let (bytes, ends) = SQLValue.written(self)
        let starts = [0] + ends.dropLast()
        return bytes.withUnsafeBytes { bytes in
            let addresses = zip(self, starts).map { value, start in
                value == .null ? nil : bytes.baseAddress.map { $0.advanced(by: start).assumingMemoryBound(to: CChar.self) }
            }
            let lengths = zip(starts, ends).map { Int32($1 - $0) }
            return body(addresses, lengths, Array<Int32>(repeating: 1, count: count))
        }
    }
}
