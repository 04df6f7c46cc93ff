/// Finds the words of the glossary in a text, by every form they are known by, the longest first. Every word of every
/// lesson is looked up, so this goes by bytes.
final class TermFinder: Sendable {
    private struct Form: Sendable {
        /// In small letters, from its first word to its last.
        let text: String
        let term: Int
    }

    /// A word of the glossary in a text.
    struct Mention {
        let bytes: Range<Int>
        /// Its place in `terms`.
        let term: Int
    }

    let terms: [Term]
    /// By the first word of the form, the longest form first.
    private let forms: [UInt64: [Form]]
    /// Whether a form may begin with a word of such a hash: most words are passed over by this alone.
    private let firsts: [Bool]

    init(_ glossary: [Term]) {
        terms = glossary
        var seen: Set<String> = []
        var forms: [UInt64: [Form]] = [:]
        for (number, term) in glossary.enumerated() {
            for text in ([term.word] + term.also).map({ $0.lowercased() }) where seen.insert(text).inserted {
                guard let (hash, text) = Self.words(of: text) else { continue }
                forms[hash, default: []].append(Form(text: text, term: number))
            }
        }
        self.forms = forms.mapValues { $0.sorted { $0.text.utf8.count > $1.text.utf8.count } }
        var firsts = [Bool](repeating: false, count: 1 << 14)
        for hash in forms.keys { firsts[Int(hash % UInt64(firsts.count))] = true }
        self.firsts = firsts
    }

    /// The text from its first word to its last, with the first one's hash.
    private static func words(of text: String) -> (hash: UInt64, text: String)? {
        var text = text
        return text.withUTF8 { bytes in
            var scanner = WordScanner(bytes)
            guard let first = scanner.next() else { return nil }
            var end = first.end
            while let word = scanner.next() { end = word.end }
            return (first.hash, String(decoding: bytes[first.start..<end], as: UTF8.self))
        }
    }

    /// Where words of the glossary stand, in their order.
    func mentions(in text: String) -> [Mention] {
        var text = text
        return text.withUTF8 { bytes in
            var mentions: [Mention] = []
            var scanner = WordScanner(bytes)
            var last = -1
            while let word = scanner.next() {
                if firsts[Int(word.hash % UInt64(firsts.count))], !isInAddress(word, after: last, bytes),
                    let form = forms[word.hash]?.first(where: { stands($0.text, at: word.start, in: bytes) })
                {
                    let end = word.start + form.text.utf8.count
                    mentions.append(Mention(bytes: word.start..<end, term: form.term))
                    scanner.go(to: end)
                    last = end
                } else {
                    last = word.end
                }
            }
            return mentions
        }
    }

    /// Whether it is a part of an address: `overheid` in `mijn.overheid.nl`.
    ///
    /// - Parameter last: where the word before it ends.
    private func isInAddress(_ word: WordScanner.Word, after last: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let binds = { (index: Int) in bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: "@") }
        if word.start == last + 1, last >= 0, binds(last) { return true }
        return word.end + 1 < bytes.count && binds(word.end) && WordScanner.look(bytes, word.end + 1, isBegun: false).isInside
    }

    /// Whether the form stands there as whole words, in letters of any size and also over the end of a line.
    private func stands(_ form: String, at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let end = start + form.utf8.count
        guard end <= bytes.count, end == bytes.count || !WordScanner.look(bytes, end, isBegun: true).isInside else { return false }
        let there = UnsafeBufferPointer(rebasing: bytes[start..<end])
        if there.elementsEqual(form.utf8) { return true }
        let text = String(decoding: there, as: UTF8.self).lowercased()
        return text == form || (there.contains(UInt8(ascii: "\n")) && text.replacing("\n", with: " ") == form)
    }
}
