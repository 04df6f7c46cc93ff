import CStemmer
import Foundation

/// Brings the forms of a word together: "machtigen", "machtiging" and "gemachtigd" are one. Snowball's stemmers, of
/// Debian's libstemmer; they leave Dutch participles alone, so that is done here. Not for several threads at once.
final class Stemmer {
    private static let algorithms: [Language: String] = [.dutch: "dutch", .english: "english"]

    private let stemmer: OpaquePointer?
    private let isDutch: Bool
    private let numbers: StemNumbers
    private var known: [UInt64: (first: Int, other: Int?)] = [:]

    init(_ language: Language, _ numbers: StemNumbers = StemNumbers()) {
        self.numbers = numbers
        stemmer = Self.algorithms[language].flatMap { sb_stemmer_new($0, "UTF_8") }
        isDutch = language == .dutch
    }

    deinit { sb_stemmer_delete(stemmer) }

    /// The stems that the word can be found by: one, and for what may be a participle one more.
    func stems(_ word: String) -> [String] {
        var stems = [stem(word)]
        if isDutch, let verb = Self.infinitive(ofParticiple: word) { stems.append(stem(verb)) }
        return stems
    }

    /// The numbers of the stems of a word as it stands in a text. Stems each word once, for texts repeat themselves.
    func numbers(_ word: UnsafeBufferPointer<UInt8>) -> (first: Int, other: Int?) {
        var hash = WordHash()
        for byte in word { hash.add(byte) }
        if let found = known[hash.value] { return found }
        let stems = stems(String(decoding: word, as: UTF8.self).searchable)
        let found = (numbers[stems[0]], stems.count > 1 ? numbers[stems[1]] : nil)
        known[hash.value] = found
        return found
    }

    private func stem(_ word: String) -> String {
        guard let stemmer else { return word }
        let letters = Array(word.utf8)
        guard let found = sb_stemmer_stem(stemmer, letters, CInt(letters.count)) else { return word }
        let length = Int(sb_stemmer_length(stemmer))
        return String(decoding: UnsafeBufferPointer(start: found, count: length), as: UTF8.self)
    }

    /// "gemachtigd" → "machtigen", "aangevraagd" → "aanvraagen": no word, but with the same stem as "aanvragen".
    private static func infinitive(ofParticiple word: String) -> String? {
        guard let last = word.last, "dt".contains(last), word.count >= 6 else { return nil }
        for prefix in [""] + DutchVerb.separable where word.hasPrefix(prefix + "ge") {
            let verb = prefix + word.dropFirst(prefix.count + 2).dropLast()
            return verb.count >= 4 ? verb + "en" : nil
        }
        return nil
    }
}

/// Gives each stem a number, from 0: what is counted for millions of words can stand in arrays then. Not for several
/// threads at once.
final class StemNumbers {
    /// Of each stem, by its number; two stems with one hash are not to be expected.
    private(set) var hashes: [UInt64] = []
    private var numbers: [UInt64: Int] = [:]

    subscript(stem: String) -> Int {
        let hash = WordHash(stem).value
        if let number = numbers[hash] { return number }
        numbers[hash] = hashes.count
        hashes.append(hash)
        return hashes.count - 1
    }
}

extension String {
    /// Lower case, without accents.
    var searchable: String {
        // Most words have no accents, and need no look into the tables.
        if utf8.allSatisfy({ $0 < 0x80 }) { return lowercased() }
        return folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    }

    /// Words of letters and digits, in order, as they are searched for.
    var searchableWords: [String] {
        searchable.split { !$0.isOfWord }.map(String.init)
    }
}
