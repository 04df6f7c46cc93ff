import Markup

struct StepsAreShort: Check {
    static let longest = 150

    func findings(in site: CheckedSite) -> [Finding] {
        site.lessons.flatMap { _, document in
            document.sections.compactMap { section in
                let words = section.blocks.filter { QuestionText($0) == nil && !isPractice($0) }.map(\.wordCount).reduce(0, +)
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
            plainText.wordCount
        case .quote: (QuoteMark(self)?.rest ?? children).map(\.wordCount).reduce(0, +)
        default: children.map(\.wordCount).reduce(0, +)
        }
    }
}

extension String {
    /// Counted byte by byte: every step of every course is counted at every start.
    fileprivate var wordCount: Int {
        var (words, isWord, isMark) = (0, false, false)
        // A dash or another sign of punctuation begins with 0xE2 and is no word.
        for byte in utf8 {
            if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t") {
                (isWord, isMark) = (false, false)
            } else if byte == UInt8(ascii: "["), !isWord {
                isMark = true
            } else if !isWord, !isMark, (byte >= 0xC0 && byte != 0xE2) || byte.isLetterOrDigit {
                isWord = true
                words += 1
            } else if byte == UInt8(ascii: "]") {
                isMark = false
            }
        }
        return words
    }
}

extension UInt8 {
    fileprivate var isLetterOrDigit: Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
    }
}
