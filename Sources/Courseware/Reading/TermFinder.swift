/// Finds the words of the glossary in a text, by every form they are known by, the longest first. Every word of every
/// lesson is looked up, so this goes by bytes.
struct TermFinder: Sendable {
    private struct Form: Sendable {
        /// In small letters.
        let text: String
        let words: Int
        let term: Term
    }

    /// By the first word of the form, the longest form first.
    private let forms: [UInt64: [Form]]
    /// Whether a form may begin with a word of such a hash: most words are passed over by this alone.
    private let firsts: [Bool]

    init(_ glossary: [Term]) {
        var seen: Set<String> = []
        var forms: [UInt64: [Form]] = [:]
        for term in glossary {
            for text in ([term.word] + term.also).map({ $0.lowercased() }) where seen.insert(text).inserted {
                let words = ByteWords.all(in: text)
                guard let first = words.first else { continue }
                forms[first.hash, default: []].append(Form(text: text, words: words.count, term: term))
            }
        }
        self.forms = forms.mapValues { $0.sorted { $0.words > $1.words } }
        var firsts = [Bool](repeating: false, count: 1 << 14)
        for hash in forms.keys { firsts[Int(hash % UInt64(firsts.count))] = true }
        self.firsts = firsts
    }

    private func mayBegin(_ word: ByteWords) -> Bool { !word.isInAddress && firsts[Int(word.hash % UInt64(firsts.count))] }

    /// The text in pieces: as it is, or a word with its term. Nothing where none of the words stands in it.
    func pieces(of text: String) -> [(text: Substring, term: Term?)]? {
        let words = ByteWords.all(in: text)
        guard words.contains(where: { mayBegin($0) }) else { return nil }
        var pieces: [(Substring, Term?)] = []
        var plainStart = 0
        func part(_ range: Range<Int>) -> Substring {
            let index = { text.utf8.index(text.startIndex, offsetBy: $0) }
            return text[index(range.lowerBound)..<index(range.upperBound)]
        }
        var index = 0
        while index < words.count {
            guard mayBegin(words[index]), let candidates = forms[words[index].hash],
                let form = candidates.first(where: { form in
                    guard index + form.words <= words.count else { return false }
                    return part(words[index].start..<words[index + form.words - 1].end).isForm(form.text)
                })
            else {
                index += 1
                continue
            }
            let range = words[index].start..<words[index + form.words - 1].end
            if plainStart < range.lowerBound { pieces.append((part(plainStart..<range.lowerBound), nil)) }
            pieces.append((part(range), form.term))
            plainStart = range.upperBound
            index += form.words
        }
        if plainStart == 0 { return nil }
        if plainStart < text.utf8.count { pieces.append((part(plainStart..<text.utf8.count), nil)) }
        return pieces
    }
}

extension Substring {
    /// Whether it is that form of a word, also over the end of a line.
    fileprivate func isForm(_ form: String) -> Bool {
        let text = lowercased()
        return text == form || (text.utf8.contains(UInt8(ascii: "\n")) && text.replacing("\n", with: " ") == form)
    }
}
