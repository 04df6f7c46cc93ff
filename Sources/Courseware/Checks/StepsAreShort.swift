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
            plainText.split(whereSeparator: \.isWhitespace).count {
                $0.contains { $0.isLetter || $0.isNumber } && $0 != "[x]" && $0 != "[X]"
            }
        case .quote: (QuoteMark(self)?.rest ?? children).map(\.wordCount).reduce(0, +)
        default: children.map(\.wordCount).reduce(0, +)
        }
    }
}
