import Markup

/// One sentence of a text as it is read aloud: its words, and where each stands.
struct Sentence: Sendable {
    struct Word: Sendable {
        let text: String
        /// Where the parser says that it stands, and the block that it counts from.
        let line: Int
        let byteColumn: Int
        let block: Node
        /// Bold or code: to the letter as it stands on a screen, so not the author's to change.
        let isQuoted: Bool
    }

    let words: [Word]
}

extension Document {
    /// The glossary of a language is a file of that name.
    var language: Language {
        file.language ?? (hasFrontMatter ? nil : Language(rawValue: file.stem)) ?? .dutch
    }

    /// The sentences of paragraphs and lists, in order. Headings and tables are no sentences.
    var sentences: [Sentence] {
        let isGlossary = !hasFrontMatter
        return Self.sentences(of: opening)
            + sections.flatMap { Self.sentences(of: isGlossary ? GlossaryReader.split($0.blocks).rest : $0.blocks) }
    }

    static func sentences(of blocks: [Node]) -> [Sentence] {
        blocks.flatMap { block -> [Sentence] in
            switch block.kind {
            case .paragraph: SentenceReader.sentences(of: block.children, in: block)
            case .quote: QuestionText(block)?.sentences ?? sentences(of: QuoteMark(block)?.rest ?? block.children)
            case .list, .item: sentences(of: block.children)
            default: []
            }
        }
    }

    /// Where the word stands: the text of the file is looked at from where the parser says, for marks such as `\*`
    /// and `&amp;` are longer than what they stand for.
    func place(of word: Sentence.Word) -> Placement {
        let start = place(line: word.line, byteColumn: word.byteColumn, in: word.block)
        return place(of: word.text, from: start, lines: 1) ?? start
    }
}

extension QuestionText {
    /// An option's own line is one sentence, what follows is another.
    fileprivate var sentences: [Sentence] {
        let options: [Option] =
            switch shape {
            case .tasks(let options), .ordered(let options): options
            case .typed, .match, .unknown, .missing: []
            }
        let answers = options.flatMap { option in
            SentenceReader.sentences(of: option.label, in: option.node.children.first ?? option.node)
                + Document.sentences(of: option.feedback)
        }
        let typed: [Sentence] = if case .typed(let answers) = shape { answers.flatMap { Document.sentences(of: $0.feedback) } } else { [] }
        return Document.sentences(of: prompt) + answers + typed + Document.sentences(of: closing)
    }
}

/// Takes running text apart into words and sentences.
private struct SentenceReader {
    /// A full stop after these does not end the sentence.
    private static let abbreviations: Set<String> = [
        "bijv", "bv", "nr", "tel", "art", "ca", "dhr", "mevr", "mw", "dr", "mr", "prof", "st", "vs", "e.g", "i.e",
        "d.w.z", "o.a", "t.a.v", "m.b.t", "enz", "etc",
    ]

    private struct Piece {
        let character: Character
        let line: Int
        let byteColumn: Int
        let isQuoted: Bool
    }

    private let block: Node
    private var text: [Piece] = []

    /// - Parameter block: what the parser counts the columns of these nodes from.
    static func sentences(of nodes: [Node], in block: Node) -> [Sentence] {
        var reader = SentenceReader(block: block)
        reader.read(nodes)
        return reader.finish()
    }

    private init(block: Node) { self.block = block }

    private mutating func read(_ nodes: [Node], isQuoted: Bool = false) {
        for node in nodes {
            switch node.kind {
            case .softBreak, .lineBreak:
                text.append(Piece(character: "\n", line: node.line, byteColumn: node.byteColumn, isQuoted: isQuoted))
            case .text(let words): read(words, node, isQuoted)
            case .code(let words): read(words, node, true)
            case .image, .html: break
            case .strong: read(node.children, isQuoted: true)
            default: read(node.children, isQuoted: isQuoted)
            }
        }
    }

    private mutating func read(_ words: String, _ node: Node, _ isQuoted: Bool) {
        var column = node.byteColumn
        for character in words {
            text.append(Piece(character: character, line: node.line, byteColumn: column, isQuoted: isQuoted))
            column += character.utf8.count
        }
    }

    private func finish() -> [Sentence] {
        var sentences: [Sentence] = []
        var words: [Sentence.Word] = []
        var word = ""
        func endWord(_ end: Int) {
            let first = text[end + 1 - word.count]
            while let last = word.last, ".-'’/:".contains(last) { word.removeLast() }
            if word.contains(where: \.isOfWord) {
                words.append(
                    Sentence.Word(
                        text: word, line: first.line, byteColumn: first.byteColumn, block: block, isQuoted: first.isQuoted))
            }
            word = ""
        }
        for (index, piece) in text.enumerated() {
            let character = piece.character
            if character.isOfWord || (!word.isEmpty && ".-'’/:@&=?".contains(character) && isInside(index)) {
                word.append(character)
                continue
            }
            let last = word
            if !word.isEmpty { endWord(index - 1) }
            if ".!?…".contains(character), ends(at: index, after: last), !words.isEmpty {
                sentences.append(Sentence(words: words))
                words = []
            }
        }
        if !word.isEmpty { endWord(text.count - 1) }
        if !words.isEmpty { sentences.append(Sentence(words: words)) }
        return sentences
    }

    /// Whether it stands inside a word, as in `foto's` and `www.digid.nl`.
    private func isInside(_ index: Int) -> Bool {
        index + 1 < text.count && (text[index + 1].character.isOfWord)
    }

    private func ends(at index: Int, after word: String) -> Bool {
        let next = text[(index + 1)...].first { !"\"'”’)*".contains($0.character) }
        guard next?.character.isWhitespace ?? true else { return false }
        return next == nil || text[index].character != "." || !Self.abbreviations.contains(word.lowercased())
    }
}
