import Markup

struct StepsAreShort: Check {
    static let longest = 150

    func findings(in site: CheckedSite) -> [Finding] {
        site.lessons.flatMap { _, document in
            document.sections.compactMap { section in
                var counter = WordCounter()
                for (place, block) in section.blocks.enumerated() where !isPractice(block) {
                    if !section.questions.contains(where: { $0.block == place }) { counter.add(block) }
                }
                guard counter.words > Self.longest else { return nil }
                return document.warning(
                    document.place(of: section), "long-text", "“\(section.title)” has \(counter.words) words",
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

/// Counts the words to read in blocks, without marks such as `[!TIP]` and `[x]`; signs alone are no words. Goes byte by
/// byte, for every step of every course is counted.
private struct WordCounter {
    private(set) var words = 0
    private var isWord = false
    private var isMark = false

    mutating func add(_ node: Node) {
        switch node.kind {
        case .paragraph, .heading, .tableCell:
            (isWord, isMark) = (false, false)
            for child in node.children { add(child) }
        case .text(let text), .code(let text): add(text)
        case .codeBlock(let text):
            (isWord, isMark) = (false, false)
            add(text)
        case .softBreak, .lineBreak: (isWord, isMark) = (false, false)
        case .quote: for child in QuoteMark(node)?.rest ?? node.children { add(child) }
        default: for child in node.children { add(child) }
        }
    }

    private mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                index += 1
                if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t") {
                    (isWord, isMark) = (false, false)
                } else if isWord || isMark {
                    if byte == UInt8(ascii: "]") { isMark = false }
                } else if isOfWord(byte) {
                    isWord = true
                    words += 1
                    while index < bytes.count, bytes[index] > UInt8(ascii: " ") { index += 1 }
                } else if byte == UInt8(ascii: "[") {
                    isMark = true
                }
            }
        }
    }

    /// A dash or another sign of punctuation begins with 0xE2 and is no word.
    private func isOfWord(_ byte: UInt8) -> Bool {
        byte >= 0xC0 ? byte != 0xE2 : byte.isLetter || byte.isDigit
    }
}
