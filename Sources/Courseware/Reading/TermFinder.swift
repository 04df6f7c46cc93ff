import Foundation

/// Finds the words of the glossary in a text, by every form they are known by, the longest first.
struct TermFinder: Sendable {
    private let terms: [String: Term]
    private let mostWords: Int

    init(_ glossary: [Term]) {
        var terms: [String: Term] = [:]
        for term in glossary {
            for form in [term.word] + term.also { terms[form.lowercased()] = terms[form.lowercased()] ?? term }
        }
        self.terms = terms
        mostWords = terms.keys.map { $0.split(separator: " ").count }.max() ?? 0
    }

    /// The text in pieces: as it is, or a word with its term.
    func pieces(of text: String) -> [(text: Substring, term: Term?)] {
        guard mostWords > 0 else { return [(text[...], nil)] }
        var pieces: [(Substring, Term?)] = []
        var plainStart = text.startIndex
        let words = Self.words(of: text)
        var index = 0
        while index < words.count {
            if let (count, term) = term(at: index, words, text) {
                let range = words[index].lowerBound..<words[index + count - 1].upperBound
                if plainStart < range.lowerBound { pieces.append((text[plainStart..<range.lowerBound], nil)) }
                pieces.append((text[range], term))
                plainStart = range.upperBound
                index += count
            } else {
                index += 1
            }
        }
        if plainStart < text.endIndex { pieces.append((text[plainStart...], nil)) }
        return pieces
    }

    private func term(at index: Int, _ words: [Range<String.Index>], _ text: String) -> (Int, Term)? {
        for count in stride(from: min(mostWords, words.count - index), to: 0, by: -1) {
            let form = text[words[index].lowerBound..<words[index + count - 1].upperBound].lowercased()
            if let term = terms[form] { return (count, term) }
        }
        return nil
    }

    /// Runs of letters, digits, hyphens and apostrophes.
    private static func words(of text: String) -> [Range<String.Index>] {
        var words: [Range<String.Index>] = []
        var start: String.Index?
        for index in text.indices {
            let character = text[index]
            let isInside = character.isLetter || character.isNumber || "-'’".contains(character)
            if isInside, start == nil { start = index }
            if !isInside, let begun = start {
                words.append(begun..<index)
                start = nil
            }
        }
        if let start { words.append(start..<text.endIndex) }
        return words
    }
}
