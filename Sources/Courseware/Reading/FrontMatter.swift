import Yams

/// The lines between two `---` at the top of a file: keys with values, and where they stand.
struct FrontMatter: Sendable {
    struct Entry: Sendable {
        let key: String
        let line: Int
        let column: Int
        let value: Value
    }

    indirect enum Value: Sendable {
        case text(String)
        case list([String])
        case mapping([Pair])
        case other
    }

    struct Pair: Sendable {
        let key: String
        let value: String
        let line: Int
        let column: Int
    }

    let entries: [Entry]
    let troubles: [Finding]

    /// The YAML and what comes after it; no YAML where the file does not begin with `---`.
    static func split(_ file: SourceFile) -> (yaml: Substring?, body: Substring) {
        guard file.text.hasPrefix("---\n") else { return (nil, file.text[...]) }
        let text = file.text
        for number in 2..<max(2, file.lineCount + 1) {
            let line = file.line(number)
            guard line.utf8.starts(with: "---".utf8), line.dropFirst(3).allSatisfy(\.isWhitespace) else { continue }
            let start = text.utf8.index(text.startIndex, offsetBy: 4)
            let next = line.endIndex < text.endIndex ? text.utf8.index(after: line.endIndex) : text.endIndex
            return (text[start..<line.startIndex], text[next...])
        }
        return (nil, text[...])
    }

    init(yaml: some StringProtocol, in file: SourceFile) {
        do {
            guard let node = try YAML.compose(String(yaml)) else {
                (entries, troubles) = ([], [])
                return
            }
            guard case .mapping(let mapping) = node else {
                entries = []
                troubles = [
                    file.finding(2, 1, "front-matter", "the front matter has no keys", "write lines such as title: …")
                ]
                return
            }
            entries = mapping.map(Entry.init)
            troubles = []
        } catch {
            entries = []
            troubles = [YAML.trouble(error, in: file, from: 2)]
        }
    }

    subscript(key: String) -> Value? { entries.first { $0.key == key }?.value }
    func text(_ key: String) -> String? { if case .text(let text) = self[key] { text } else { nil } }
    func list(_ key: String) -> [String]? { if case .list(let list) = self[key] { list } else { nil } }
    func mapping(_ key: String) -> [Pair]? { if case .mapping(let pairs) = self[key] { pairs } else { nil } }
    func entry(_ key: String) -> Entry? { entries.first { $0.key == key } }
}

extension FrontMatter.Entry {
    /// The line counts from the top of the file: the front matter begins on the second.
    fileprivate init(_ pair: (key: Yams.Node, value: Yams.Node)) {
        key = pair.key.scalar?.string ?? "?"
        line = (pair.key.mark?.line ?? 1) + 1
        column = pair.key.mark?.column ?? 1
        switch pair.value {
        case .scalar(let scalar): value = .text(scalar.string)
        case .sequence(let sequence):
            let texts = sequence.compactMap { $0.scalar?.string }
            value = texts.count == sequence.count ? .list(texts) : .other
        case .mapping(let mapping):
            let pairs = mapping.compactMap { pair -> FrontMatter.Pair? in
                guard let key = pair.key.scalar?.string, let value = pair.value.scalar?.string else { return nil }
                return FrontMatter.Pair(
                    key: key, value: value, line: (pair.key.mark?.line ?? 1) + 1, column: pair.key.mark?.column ?? 1)
            }
            value = pairs.count == mapping.count ? .mapping(pairs) : .other
        case .alias: value = .other
        }
    }
}
