package import Storage

/// The code on a printed mandate, with which a desk clerk asks whether it holds: `7KQ2-M9XC-4TBH-RJ3W`.
///
/// Fifteen characters are random: 75 bits, so of ten thousand mandates a thousand guesses a second find one in a hundred
/// million years. The sixteenth is the check character. The alphabet is Crockford's: no I, L, O and U, which look or sound
/// like others.
///
/// The characters are the elements of GF(32), and those of a code, each times its own power of the generator, add up to
/// zero. One wrong character adds a product of two elements that are not zero, and so does the swap of any two characters
/// that differ, for no two powers are the same. In such a field no such product is zero: both always show.
package struct CheckCode: Hashable, Sendable, SQLText {
    package static let length = 16

    /// Sixteen characters without dashes.
    package let rawValue: String

    /// Nothing where it is not a code to the letter.
    package init?(rawValue: String) {
        let values = rawValue.compactMap(CheckAlphabet.value)
        guard values.count == Self.length, CheckAlphabet.text(values) == rawValue, Self.sum(values) == 0 else { return nil }
        self.rawValue = rawValue
    }

    /// A new one.
    package init(_ randomness: Randomness) {
        let values = randomness.bytes(Self.length - 1).map { $0 & 31 }
        rawValue = CheckAlphabet.text(values + [Self.sum(values)])
    }

    /// What somebody typed: small letters, spaces and dashes are fine, and so are O for 0, and I and L for 1.
    package init(typed: String) throws(CheckCodeMistake) {
        let characters = typed.filter { $0.isLetter || $0.isNumber }
        guard !characters.isEmpty else { throw .missing }
        guard characters.count == Self.length else { throw .length(characters.count) }
        let values = characters.compactMap(CheckAlphabet.value)
        guard values.count == Self.length, Self.sum(values) == 0 else { throw .wrong }
        rawValue = CheckAlphabet.text(values)
    }

    /// In fours, as it is printed and read aloud.
    package var groups: [Substring] {
        stride(from: 0, to: Self.length, by: 4).map { rawValue.dropFirst($0).prefix(4) }
    }

    package var text: String { groups.joined(separator: "-") }

    /// Each times its own power, by Horner's rule: of the first fifteen it is the check character, of a whole code zero.
    private static func sum(_ values: [UInt8]) -> UInt8 { values.reduce(0) { CheckAlphabet.double($0 ^ $1) } }
}

/// Why what was typed is no code.
package enum CheckCodeMistake: Error, Equatable {
    case missing
    /// So many letters and digits, and not sixteen.
    case length(Int)
    /// A character is wrong, or two changed places.
    case wrong
}

/// Thirty-two characters, each an element of GF(32).
enum CheckAlphabet {
    private static let characters = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    static func text(_ values: some Sequence<UInt8>) -> String {
        String(decoding: values.map { characters[Int($0)] }, as: UTF8.self)
    }

    static func value(_ character: Character) -> UInt8? {
        if let digit = character.wholeNumberValue { return (0...9).contains(digit) ? UInt8(digit) : nil }
        let plain: Character =
            switch character {
            case "o", "O": "0"
            case "i", "I", "l", "L": "1"
            default: character
            }
        guard let byte = plain.uppercased().utf8.first, plain.utf8.count == 1 else { return nil }
        return characters.firstIndex(of: byte).map(UInt8.init)
    }

    /// Times the generator x, modulo x⁵ + x² + 1.
    static func double(_ value: UInt8) -> UInt8 { value & 16 == 0 ? value << 1 : (value << 1) ^ 0b100101 }
}
