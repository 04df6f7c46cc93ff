/// The id of one thing: a UUID of version 7 (RFC 9562, 5.7), kept as text. `Subject` keeps the ids of different
/// things apart: `typealias AccountID = Identifier<Account>`.
package struct Identifier<Subject>: Hashable, Comparable, Sendable, SQLText {
    package let rawValue: String

    /// Nothing where the text is not a UUID in lower case.
    package init?(rawValue: String) {
        guard UUIDv7.isWellFormed(rawValue) else { return nil }
        self.rawValue = rawValue
    }

    /// A new id, made of the moment and of randomness.
    package init(at instant: Instant, _ randomness: Randomness) {
        rawValue = UUIDv7.text(at: instant, randomness.bytes(10))
    }

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

enum UUIDv7 {
    /// 48 bits of milliseconds, the version, 12 random bits, the variant, 62 random bits.
    static func text(at instant: Instant, _ random: [UInt8]) -> String {
        let time = UInt64(clamping: instant.milliseconds)
        var bytes = (0..<6).map { UInt8(truncatingIfNeeded: time >> (40 - 8 * UInt64($0))) } + random.prefix(10)
        bytes[6] = bytes[6] & 0x0F | 0x70
        bytes[8] = bytes[8] & 0x3F | 0x80
        return text(bytes)
    }

    static func isWellFormed(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count == 36 else { return false }
        return bytes.indices.allSatisfy { index in
            switch index {
            case 8, 13, 18, 23: bytes[index] == UInt8(ascii: "-")
            default: digits.contains(bytes[index])
            }
        }
    }

    private static let digits = Array("0123456789abcdef".utf8)

    private static func text(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(36)
        for (index, byte) in bytes.enumerated() {
            if [4, 6, 8, 10].contains(index) { text.append(UInt8(ascii: "-")) }
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
