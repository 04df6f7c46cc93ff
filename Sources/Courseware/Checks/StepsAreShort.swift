import Markup

struct StepsAreShort: Check {
    static let longest = 150

    func findings(in site: CheckedSite) -> [Finding] {
        site.lessons.flatMap { _, document in
            document.sections.compactMap { section in
                let questions = Set(section.questions.map(\.block))
                let words = section.blocks.enumerated().filter { !questions.contains($0.offset) && !isPractice($0.element) }
                    .map(\.element.wordCount).reduce(0, +)
                guard words > Self.longest else { return nil }
                return document.warning(
                    document.place(of: section), "long-text", "“\(section.title)” has \(words) words",
                    "make two steps of it, of at most \(Self.longest) words")
            }
        }
    }

    /// A link that puts a practice there is no text to read.
    private func isPractice(_ block: Node) -> Bool {
        guard block.kind == .paragraph, block.children.count == 1, case .link(let address, _) = block.children[0].kind else {
            return false
        }
        return address.hasPrefix("practices/")
    }
}

extension Node {
    /// The words to read in a block, without marks such as `[!TIP]` and `[x]`; signs alone are no words.
    fileprivate var wordCount: Int {
        switch kind {
        case .paragraph, .heading, .tableCell, .codeBlock:
            var counter = WordCounter()
            counter.add(self)
            return counter.words
        case .quote: return (QuoteMark(self)?.rest ?? children).map(\.wordCount).reduce(0, +)
        default: return children.map(\.wordCount).reduce(0, +)
        }
    }
}

/// Counts byte by byte: every step of every course is counted.
private struct WordCounter {
    private(set) var words = 0
    private var isWord = false
    private var isMark = false

    mutating func add(_ node: Node) {
        switch node.kind {
        case .text(let text), .code(let text), .codeBlock(let text): for byte in text.utf8 { add(byte) }
        case .softBreak, .lineBreak: add(UInt8(ascii: " "))
        default: for child in node.children { add(child) }
        }
    }

    private mutating func add(_ byte: UInt8) {
        if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t") {
            (isWord, isMark) = (false, false)
        } else if byte == UInt8(ascii: "["), !isWord {
            isMark = true
        } else if !isWord, !isMark, isOfWord(byte) {
            isWord = true
            words += 1
        } else if byte == UInt8(ascii: "]") {
            isMark = false
        }
    }

    /// A dash or another sign of punctuation begins with 0xE2 and is no word.
    private func isOfWord(_ byte: UInt8) -> Bool {
        byte >= 0xC0 ? byte != 0xE2 : byte.isLetter || byte.isDigit
    }
}
