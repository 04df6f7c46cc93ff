import CHyphen
import Foundation
import Synchronization

/// Counts syllables. Dutch: by the places where a word may be broken, of Debian's hyphen-nl, through libhyphen, or by
/// its groups of vowels where these are more. English, which is not broken at every syllable: by its groups of vowels,
/// without a silent e.
final class Syllables: Sendable {
    static let languages: [Language] = [.dutch, .english]
    private static let files: [Language: String] = [.dutch: "/usr/share/hyphen/hyph_nl_NL.dic"]

    /// Read once and never changed: breaking a word only looks.
    nonisolated(unsafe) private static let dictionaries = files.compactMapValues { hnj_hyphen_load($0) }

    /// One for each language.
    static let counters = Dictionary(uniqueKeysWithValues: languages.map { ($0, Syllables($0)) })
    /// More words than a language's texts have; then it begins anew.
    private static let mostKnown = 200_000

    private let language: Language
    /// What was counted before: texts repeat their words.
    private let known = Mutex<[String: Int]>([:])

    init(_ language: Language) { self.language = language }

    /// Of one word; the parts of a word with hyphens count each, the s of "foto's" does not.
    func count(_ word: String) -> Int {
        let word = word.lowercased()
        if let count = known.withLock({ $0[word] }) { return count }
        let parts = word.split { !$0.isLetter }.filter { $0.count > 1 || "aeiou".contains($0) }
        let count = max(1, parts.map { max(1, hyphenated(String($0)) ?? 1, vowelGroups(String($0))) }.reduce(0, +))
        known.withLock { known in
            if known.count >= Self.mostKnown { known = [:] }
            known[word] = count
        }
        return count
    }

    /// The patterns are written in Latin 1; nothing where the word is not, or where nothing is known.
    private func hyphenated(_ word: String) -> Int? {
        guard let dictionary = Self.dictionaries[language], let bytes = word.data(using: .isoLatin1), bytes.count < 90 else { return nil }
        var marks = [CChar](repeating: 0, count: bytes.count + 5)
        var replacements: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
        var positions: UnsafeMutablePointer<CInt>?
        var cuts: UnsafeMutablePointer<CInt>?
        // libhyphen is told the length, and looks for the NUL after it all the same.
        let letters = bytes.map { CChar(bitPattern: $0) } + [0]
        // Also after the first letter and before the last: that is no place to break a line, but it is a syllable.
        let failed = hnj_hyphen_hyphenate3(
            dictionary, letters, CInt(bytes.count), &marks, nil, &replacements, &positions,
            &cuts, 1, 1, 1, 1)
        if let replacements {
            for index in 0..<bytes.count { free(replacements[index]) }
            free(replacements)
        }
        free(positions)
        free(cuts)
        guard failed == 0 else { return nil }
        return 1 + (0..<bytes.count - 1).count { marks[$0] & 1 == 1 }
    }

    private func vowelGroups(_ word: String) -> Int {
        var count = 0
        var last: Character = " "
        for letter in word {
            let plain = letter.isASCII ? letter : Character(String(letter).folding(options: .diacriticInsensitive, locale: nil))
            // A diaeresis begins a new syllable: "ideeën".
            if isVowel(plain), !isVowel(last) || "äëïöü".contains(letter) { count += 1 }
            last = plain
        }
        return language == .english ? count - silentE(word) : count
    }

    /// "safe", "asked" and "pages" have one less than they show; "little", "needed" and "boxes" have not.
    private func silentE(_ word: String) -> Int {
        if word.hasPrefix("every") { return 1 }
        let letters = Array(word)
        for ending in ["e", "ed", "es"] where word.hasSuffix(ending) && letters.count > ending.count + 1 {
            let before = letters[letters.count - ending.count - 1]
            if isVowel(before) { continue }
            switch ending {
            case "e" where before == "l" && !isVowel(letters[letters.count - 3]): continue
            case "ed" where "td".contains(before): continue
            case "es" where "sxzcgh".contains(before): continue
            default: return 1
            }
        }
        return 0
    }

    private func isVowel(_ letter: Character) -> Bool { "aeiouy".contains(letter) }
}
