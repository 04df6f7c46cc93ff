/// Words of offices, by the lists of Content/jargon: `betreffende = over`, one on each line.
struct WordsArePlain: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        site.texts.flatMap { text -> [Finding] in
            guard let list = site.map.jargon[text.language] else { return [] }
            let longest = list.keys.map(\.count).max() ?? 0
            return text.sentences.flatMap { findings(in: $0, list, longest, text.document) }
        }
    }

    /// - Parameter longest: the most words that an entry of the list has.
    private func findings(
        in sentence: Sentence, _ list: [[String]: String], _ longest: Int, _ document: Document
    ) -> [Finding] {
        let words = sentence.words.map { $0.text.lowercased() }
        return words.indices.compactMap { index in
            for count in stride(from: min(longest, words.count - index), to: 0, by: -1) {
                let word = sentence.words[index]
                guard let better = list[Array(words[index..<(index + count)])], !word.isQuoted else { continue }
                let place = document.place(of: word)
                return document.warning(
                    place, "jargon",
                    "“\(words[index..<(index + count)].joined(separator: " "))” is a word of offices", "write: \(better)")
            }
            return nil
        }
    }

    static func lists(_ files: [SourceFile]) -> [Language: [[String]: String]] {
        Dictionary(
            files.compactMap { file in Language(rawValue: file.stem).map { ($0, replacements(file)) } },
            uniquingKeysWith: { first, _ in first })
    }

    static func replacements(_ file: SourceFile) -> [[String]: String] {
        var list: [[String]: String] = [:]
        for line in file.text.split(separator: "\n") where !line.hasPrefix("#") {
            let parts = line.split(separator: "=", maxSplits: 1).map { $0.split(separator: " ").map(String.init) }
            guard parts.count == 2 else { continue }
            list[parts[0].map { $0.lowercased() }] = parts[1].joined(separator: " ")
        }
        return list
    }
}
