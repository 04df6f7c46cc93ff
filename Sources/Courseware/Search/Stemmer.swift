import CStemmer
import Foundation

/// Brings the forms of a word together: "machtigen", "machtiging" and "gemachtigd" are one. Snowball's stemmers, of
/// Debian's libstemmer; they leave Dutch participles alone, so that is done here. Not for several threads at once.
final class Stemmer {
    private static let algorithms: [Language: String] = [.dutch: "dutch", .english: "english"]

    private let stemmer: OpaquePointer?
    private let isDutch: Bool
    private var known: [UInt64: (first: UInt64, other: UInt64?)] = [:]

    init(_ language: Language) {
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

    /// The hashes of the stems of a word as it stands in a text. Looks each word up once, for texts repeat themselves.
    func hashes(_ word: UnsafeBufferPointer<UInt8>) -> (first: UInt64, other: UInt64?) {
        var hash = WordHash()
        for byte in word { hash.add(byte) }
        if let hashes = known[hash.value] { return hashes }
        let stems = stems(String(decoding: word, as: UTF8.self).searchable)
        let hashes = (WordHash(stems[0]).value, stems.count > 1 ? WordHash(stems[1]).value : nil)
        known[hash.value] = hashes
        return hashes
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

extension String {
    /// Lower case, without accents.
    var searchable: String { folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil) }

    /// Words of letters and digits, in order, as they are searched for.
    var searchableWords: [String] {
        searchable.split { !($0.isLetter || $0.isNumber) }.map(String.init)
    }
}
