/// Words of offices, by the lists of Content/jargon: `betreffende = over`, one on each line.
struct WordsArePlain: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        site.texts.flatMap { text -> [Finding] in
            guard let list = site.map.jargon[text.language] else { return [] }
            return text.sentences.flatMap { findings(in: $0, list, text.document) }
        }
    }

    private func findings(in sentence: Sentence, _ list: Jargon, _ document: Document) -> [Finding] {
        let words = sentence.words.map { $0.text.lowercased() }
        return words.indices.compactMap { index in
            guard let longest = list.longest[words[index]] else { return nil }
            for count in stride(from: min(longest, words.count - index), to: 0, by: -1) {
                let word = sentence.words[index]
                guard let better = list.replacements[Array(words[index..<(index + count)])], !word.isQuoted else { continue }
                let place = document.place(of: word)
                return document.warning(
                    place, "jargon",
                    "“\(words[index..<(index + count)].joined(separator: " "))” is a word of offices", "write: \(better)")
            }
            return nil
        }
    }
}

/// The words of offices of one language.
struct Jargon: Sendable {
    /// By the words of each entry, in small letters.
    let replacements: [[String]: String]
    /// The most words of an entry that begins with that word: most words begin none.
    let longest: [String: Int]

    static func lists(_ files: [SourceFile]) -> [Language: Jargon] {
        Dictionary(
            files.compactMap { file in Language(rawValue: file.stem).map { ($0, Jargon(file)) } },
            uniquingKeysWith: { first, _ in first })
    }

    init(_ file: SourceFile) {
        var replacements: [[String]: String] = [:]
        var longest: [String: Int] = [:]
        for line in file.text.split(separator: "\n") where !line.hasPrefix("#") {
            let parts = line.split(separator: "=", maxSplits: 1).map { $0.split(separator: " ").map(String.init) }
            guard parts.count == 2, let first = parts[0].first?.lowercased() else { continue }
            replacements[parts[0].map { $0.lowercased() }] = parts[1].joined(separator: " ")
            longest[first] = max(longest[first] ?? 0, parts[0].count)
        }
        (self.replacements, self.longest) = (replacements, longest)
    }
}
