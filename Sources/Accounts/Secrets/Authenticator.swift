import COath
package import Storage

/// The key that an authenticator app shares with us; it makes a one-time code of six digits every 30 seconds
/// (RFC 6238 with SHA-1, which is what every app understands).
package struct Authenticator: Sendable, Equatable {
    /// 20 bytes.
    package let key: [UInt8]

    package init(key: [UInt8]) { self.key = key }
    package init(_ randomness: Randomness) { key = randomness.bytes(20) }

    private static let isReady = oath_init() == OATH_OK.rawValue
    private static let seconds = 30

    /// The number of the 30 seconds that the moment falls in.
    package static func step(at instant: Instant) -> Int { instant.milliseconds / 1000 / seconds }

    /// The code of six digits that the app shows in that step.
    package func code(in step: Int) -> String {
        precondition(Self.isReady, "liboath cannot start")
        var digits = [CChar](repeating: 0, count: 7)
        let key = key.map(CChar.init(bitPattern:))
        let result = oath_totp_generate(key, key.count, step * Self.seconds, UInt32(Self.seconds), 0, 6, &digits)
        precondition(result == OATH_OK.rawValue, "liboath cannot make a code")
        return String(decoding: digits.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// The step in which this code was shown, at most one step ago or ahead: clocks differ, and typing takes time.
    /// Codes of `usedStep` and before do not count any more.
    package func step(showing code: String, at instant: Instant, after usedStep: Int) -> Int? {
        let typed = code.filter { !$0.isWhitespace }
        let now = Self.step(at: instant)
        return [now, now - 1, now + 1].first { $0 > usedStep && self.code(in: $0) == typed }
    }

    /// The key as people type it: base 32 in groups of four.
    package var typedKey: String {
        let text = base32
        return stride(from: 0, to: text.count, by: 4).map { start in
            String(text.dropFirst(start).prefix(4))
        }.joined(separator: " ")
    }

    /// What the QR code of the app holds.
    package func address(issuer: String, name: LoginName) -> String {
        "otpauth://totp/\(Self.escaped(issuer)):\(Self.escaped(name.rawValue))"
            + "?secret=\(base32)&issuer=\(Self.escaped(issuer))"
    }

    /// RFC 4648, 6; 20 bytes need no padding.
    private var base32: String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        return stride(from: 0, to: key.count * 8, by: 5).reduce(into: "") { text, bit in
            let pair = UInt16(key[bit / 8]) << 8 | UInt16(bit / 8 + 1 < key.count ? key[bit / 8 + 1] : 0)
            text.append(alphabet[Int(pair >> (11 - UInt16(bit % 8))) & 31])
        }
    }

    private static func escaped(_ text: String) -> String {
        text.utf8.reduce(into: "") { escaped, byte in
            let character = Character(UnicodeScalar(byte))
            escaped += byte < 128 && (character.isLetter || character.isNumber) ? String(character) : "%\(Hex.text([byte]))"
        }
    }
}
