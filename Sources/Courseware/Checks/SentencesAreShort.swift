struct SentencesAreShort: Check {
    static let longest = 15

    func findings(in site: CheckedSite) -> [Finding] {
        site.texts.flatMap { document in
            document.sentences.compactMap { sentence in
                guard sentence.words.count > Self.longest, let first = sentence.words.first else { return nil }
                let place = document.place(of: first)
                return document.warning(
                    place.line, place.column, "long-sentence",
                    "the sentence “\(sentence.words.prefix(3).map(\.text).joined(separator: " "))…” has \(sentence.words.count) words",
                    "make two sentences of it, of at most \(Self.longest) words")
            }
        }
    }
}

extension CheckedSite {
    /// What a reader reads as running text, in a language that the checks know. A practice imitates a website, and a
    /// mandate is a contract: their words are not chosen for ease alone.
    var texts: [Document] {
        guard today != nil else { return [] }
        let all = documents.courses.flatMap { $0.course + $0.lessons } + documents.glossary + documents.services + documents.pages
        return all.filter { [.dutch, .english].contains($0.language) }
    }
}
