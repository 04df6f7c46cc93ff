import Markup

/// One sentence of a text as it is read aloud: its words, and where each stands.
struct Sentence: Sendable {
    struct Word: Sendable {
        let text: String
        /// In the file, from 1.
        let line: Int
        /// Bold or code: to the letter as it stands on a screen, so not the author's to change.
        let isQuoted: Bool
    }

    let words: [Word]
}

extension Document {
    /// The glossary of a language is a file of that name.
    var language: Language {
        file.language ?? (file.path.contains("/glossary/") ? Language(rawValue: file.stem) : nil) ?? .dutch
    }

    /// The sentences of paragraphs and lists, in order. Headings and tables are no sentences.
    var sentences: [Sentence] { Self.sentences(of: allBlocks) }

    static func sentences(of blocks: [Node], inQuestion: Bool = false) -> [Sentence] {
        blocks.flatMap { block -> [Sentence] in
            switch block.kind {
            case .paragraph:
                var reader = SentenceReader(line: block.line)
                reader.read(block.children)
                return reader.finish()
            case .quote: return sentences(of: block.children, inQuestion: QuestionText(block) != nil)
            case .item where inQuestion: return QuestionText.Option(block).sentences
            case .list, .item: return sentences(of: block.children, inQuestion: inQuestion)
            default: return []
            }
        }
    }

    /// Where the word stands; the start of its line where markup stands in between.
    func place(of word: Sentence.Word) -> (line: Int, column: Int) {
        let place = file.place(of: word.text, from: word.line)
        return place.line == word.line ? place : (word.line, 1)
    }
}

extension QuestionText.Option {
    /// The option's own line is one sentence, what follows is another.
    fileprivate var sentences: [Sentence] {
        var reader = SentenceReader(line: node.line)
        reader.read(label)
        return reader.finish() + Document.sentences(of: feedback)
    }
}

/// Takes running text apart into words and sentences.
private struct SentenceReader {
    /// A full stop after these does not end the sentence.
    private static let abbreviations: Set<String> = [
        "bijv", "bv", "nr", "tel", "art", "ca", "dhr", "mevr", "mw", "dr", "mr", "prof", "st", "vs", "e.g", "i.e", "no",
        "d.w.z", "o.a", "t.a.v", "m.b.t", "enz", "etc",
    ]

    private var line: Int
    private var text: [(character: Character, line: Int, isQuoted: Bool)] = []

    init(line: Int) { self.line = line }

    mutating func read(_ nodes: [Node], isQuoted: Bool = false) {
        for node in nodes {
            switch node.kind {
            case .softBreak, .lineBreak:
                if isMark { text = [] }
                text.append(("\n", line, isQuoted))
                line += 1
            case .text(let words): text += words.map { ($0, line, isQuoted) }
            case .code(let words): text += words.map { ($0, line, true) }
            case .image, .html: break
            case .strong: read(node.children, isQuoted: true)
            default: read(node.children, isQuoted: isQuoted)
            }
        }
    }

    func finish() -> [Sentence] {
        guard !isMark else { return [] }
        var sentences: [Sentence] = []
        var words: [Sentence.Word] = []
        var word = ""
        func endWord(_ index: Int) {
            while let last = word.last, ".-'’/:".contains(last) { word.removeLast() }
            if word.contains(where: { $0.isLetter || $0.isNumber }) {
                words.append(Sentence.Word(text: word, line: text[index].line, isQuoted: text[index].isQuoted))
            }
            word = ""
        }
        for (index, piece) in text.enumerated() {
            let character = piece.character
            if character.isLetter || character.isNumber || (!word.isEmpty && ".-'’/:@&=?".contains(character) && isInside(index)) {
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

    /// The mark of a call-out or a question, or a word's other forms: they stand alone on the first line.
    private var isMark: Bool {
        ["[!", "Also:"].contains { mark in text.starts(with: mark, by: { $0.character == $1 }) }
    }

    /// Whether it stands inside a word, as in `foto's` and `www.digid.nl`.
    private func isInside(_ index: Int) -> Bool {
        index + 1 < text.count && (text[index + 1].character.isLetter || text[index + 1].character.isNumber)
    }

    private func ends(at index: Int, after word: String) -> Bool {
        let next = text[(index + 1)...].first { !"\"'”’)*".contains($0.character) }
        guard next?.character.isWhitespace ?? true else { return false }
        return next == nil || text[index].character != "." || !Self.abbreviations.contains(word.lowercased())
    }
}
