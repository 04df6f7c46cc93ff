import Markup

struct StepsAreShort: Check {
    static let longest = 150

    func findings(in site: CheckedSite) -> [Finding] {
        site.lessons.flatMap { _, document in
            document.sections.compactMap { section in
                let words = section.blocks.filter { QuestionText($0) == nil }.map(\.plainText).joined(separator: " ")
                    .split(whereSeparator: \.isWhitespace).count
                guard words > Self.longest else { return nil }
                return document.warning(
                    section.heading.line, section.heading.byteColumn, "long-text",
                    "“\(section.title)” has \(words) words", "make two steps of it, of at most \(Self.longest) words")
            }
        }
    }
}
