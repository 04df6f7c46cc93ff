import Foundation
package import Storage

/// The name somebody signs in with, without capitals, accents and outer spaces: "José " is "jose".
package struct LoginName: Hashable, Sendable, SQLText {
    package let rawValue: String

    /// Nothing where no letter or digit is left, or where it is longer than 60 characters.
    package init?(rawValue: String) {
        let folded = rawValue.folding(
            options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: Locale(identifier: "nl"))
        let words = folded.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard words.count <= 60, words.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
        self.rawValue = words
    }

    /// As it stands in the database: it was made by the rule above.
    package init?(sqlValue: SQLValue) {
        guard case .text(let text) = sqlValue else { return nil }
        rawValue = text
    }

    /// The same name with a number behind it, for when somebody has it already.
    func numbered(_ number: Int) -> LoginName? { LoginName(rawValue: "\(rawValue) \(number)") }
}
