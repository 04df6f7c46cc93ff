package import Storage

/// A learner's code: three simple words, easy to read from a card and to type. With 1,024 words there are a billion
/// codes; together with the limit on tries that cannot be guessed.
package struct LoginCode: Sendable, Equatable {
    package let words: [String]

    /// Three different words of the list, which has at least three.
    package init(from list: [String], _ randomness: Randomness) {
        var left = list
        words = (0..<3).map { _ in left.remove(at: randomness.number(below: left.count)) }
    }

    /// As it stands on the card: `fiets tulp brood`.
    package var text: String { words.joined(separator: " ") }

    /// What was typed, as it was hashed: lower case, one space between the words, whatever stood between them.
    package static func normalised(_ typed: String) -> String {
        typed.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    }
}
