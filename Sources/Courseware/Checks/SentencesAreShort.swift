struct SentencesAreShort: Check {
    static let longest = 15

    func findings(in site: CheckedSite) -> [Finding] {
        site.texts.flatMap { text in
            text.sentences.compactMap { sentence in
                guard sentence.words.count > Self.longest, let first = sentence.words.first else { return nil }
                let place = text.document.place(of: first)
                return text.document.warning(
                    place, "long-sentence",
                    "the sentence “\(sentence.words.prefix(3).map(\.text).joined(separator: " "))…” has \(sentence.words.count) words",
                    "make two sentences of it, of at most \(Self.longest) words")
            }
        }
    }
}
