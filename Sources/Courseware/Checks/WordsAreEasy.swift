/// A word of many syllables that the glossary does not explain; named once in each file.
struct WordsAreEasy: Check {
    static let mostSyllables = 3

    func findings(in site: CheckedSite) -> [Finding] {
        site.texts.flatMap { text -> [Finding] in
            guard let counter = Syllables.counters[text.language] else { return [] }
            var seen: Set<String> = []
            return text.sentences.flatMap(\.easilyMistaken).compactMap { word in
                let plain = word.text.lowercased()
                guard !seen.contains(plain), site.map.explained[text.language]?.contains(plain) != true else { return nil }
                let syllables = counter.count(plain)
                guard syllables > Self.mostSyllables else { return nil }
                seen.insert(plain)
                let place = text.document.place(of: word)
                return text.document.warning(
                    place, "hard-word", "“\(word.text)” has \(syllables) syllables",
                    "choose an easier word, or explain it in Content/glossary/\(text.language.rawValue).md")
            }
        }
    }

    /// Every form of the glossary's words, and the words that these are made of.
    static func forms(_ terms: [Term]) -> Set<String> {
        var forms: Set<String> = []
        for form in terms.flatMap({ [$0.word] + $0.also }) {
            forms.insert(form.lowercased())
            forms.formUnion(form.lowercased().split(separator: " ").map(String.init))
        }
        return forms
    }
}

extension Sentence {
    /// The words that are the author's choice: no names, no screen labels, no addresses.
    fileprivate var easilyMistaken: [Word] {
        zip(0..., words).filter { index, word in
            !word.isQuoted && word.text.allSatisfy { $0.isLetterOfWord || $0 == "-" || $0 == "’" || $0 == "'" }
                && (index == 0 || word.text.first?.isLowercase == true)
        }.map(\.1)
    }
}
