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
        guard text.utf8.count == 36 else { return false }
        return zip(0..., text.utf8).allSatisfy { index, byte in
            switch index {
            case 8, 13, 18, 23: byte == UInt8(ascii: "-")
            default: UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || UInt8(ascii: "a")...UInt8(ascii: "f") ~= byte
            }
        }
    }

    private static let digits: StaticString = "0123456789abcdef"

    private static func text(_ bytes: [UInt8]) -> String {
        String(unsafeUninitializedCapacity: 36) { text in
            var end = 0
            func append(_ byte: UInt8) {
                text[end] = byte
                end += 1
            }
            for (index, byte) in bytes.enumerated() {
                if index == 4 || index == 6 || index == 8 || index == 10 { append(UInt8(ascii: "-")) }
                append(digits.utf8Start[Int(byte >> 4)])
                append(digits.utf8Start[Int(byte & 15)])
            }
            return end
        }
    }
}
