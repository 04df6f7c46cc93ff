/// The burgerservicenummer. We never ask for one, and refuse what looks like one wherever somebody types.
package enum CitizenNumber {
    /// Whether nine digits stand there, with at most one space, dot or hyphen between two of them, for which the
    /// eleven-test holds: nine times the first plus eight times the second … minus the last, divisible by eleven.
    ///
    /// In what a visitor types it may stand in other ways too: in digits of another script, with several signs or a new
    /// line between them, with marks that nobody sees.
    package static func looksReal(in text: String) -> Bool {
        guard text.count(where: \.isWholeNumber) >= 9 else { return false }
        return !found(in: folded(text)).isEmpty
    }

    /// Digits as plain digits, and one space for all signs between two of them.
    private static func folded(_ text: String) -> String {
        var folded = ""
        for scalar in text.unicodeScalars where scalar.properties.generalCategory != .format {
            let character = Character(scalar)
            if let digit = character.wholeNumberValue, digit < 10 {
                folded += String(digit)
            } else if !character.isLetter {
                if folded.last != " " { folded += " " }
            } else if folded.last != "x" {
                folded += "x"
            }
        }
        return folded
    }

    /// The digits of each number that could be real, with where it begins, in characters from 0.
    package static func found(in text: String) -> [(digits: String, offset: Int)] {
        // Most texts have no nine digits at all.
        guard text.utf8.count(where: \.isDigit) >= 9 else { return [] }
        var found: [(String, Int)] = []
        // Digits in groups with one separator between: `1 123456782` holds a number as well as `123 456 782`.
        var groups: [(digits: [Int], offset: Int)] = []
        var separators = 2
        func close() {
            for first in groups.indices {
                var digits: [Int] = []
                for group in groups[first...] {
                    digits += group.digits
                    if digits.count == 9, holdsElevenTest(digits) {
                        found.append((digits.map(String.init).joined(), groups[first].offset))
                    }
                    if digits.count >= 9 { break }
                }
            }
            groups = []
        }
        for (offset, character) in text.enumerated() {
            if character.isASCII, let digit = character.wholeNumberValue {
                if separators > 1 { close() }
                if separators == 0, !groups.isEmpty {
                    groups[groups.count - 1].digits.append(digit)
                } else {
                    groups.append(([digit], offset))
                }
                separators = 0
            } else {
                separators = " .-\u{A0}\u{202F}".contains(character) ? separators + 1 : 2
            }
        }
        close()
        return found
    }

    private static func holdsElevenTest(_ digits: [Int]) -> Bool {
        guard digits.contains(where: { $0 != 0 }) else { return false }
        let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1]
        return zip(digits, weights).map(*).reduce(0, +) % 11 == 0
    }
}
