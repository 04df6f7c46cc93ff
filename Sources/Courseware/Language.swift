/// A language, as a BCP 47 tag: `nl`, `en`, `ar`.
package struct Language: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
    package let rawValue: String

    package static let dutch: Language = "nl"
    package static let english: Language = "en"

    /// Nothing where the text does not look like a tag.
    package init?(rawValue: String) {
        let parts = rawValue.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first, (2...3).contains(first.count), first.allSatisfy({ $0.isASCII && $0.isLowercase }),
            parts.dropFirst().allSatisfy({ (1...8).contains($0.count) && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) } })
        else { return nil }
        self.rawValue = rawValue
    }

    package init(stringLiteral value: String) { rawValue = value }

    package var isRightToLeft: Bool {
        ["ar", "fa", "he", "ur", "ps", "ckb", "dv", "yi", "ti-arab"].contains(rawValue.split(separator: "-")[0])
    }
}

/// The same thing in several languages; where one is missing, the source language stands in.
package struct Localized<Value: Sendable>: Sendable {
    package let source: Language
    private let original: Value
    private let translations: [Language: Value]

    package init(_ source: Language, _ original: Value, translations: [Language: Value] = [:]) {
        self.source = source
        self.original = original
        self.translations = translations
    }

    package subscript(language: Language) -> Value { translations[language] ?? original }

    /// Which language is really shown.
    package func language(for wanted: Language) -> Language { translations[wanted] == nil ? source : wanted }

    /// In which languages it exists.
    package var languages: [Language] { [source] + translations.keys.sorted { $0.rawValue < $1.rawValue } }
}
