import Markup

/// One Markdown file, read but not yet understood: its front matter, its tree, and where everything stands.
final class Document: Sendable {
    let file: SourceFile
    /// A glossary has none.
    let hasFrontMatter: Bool
    let frontMatter: FrontMatter
    /// The blocks before the first second-level heading.
    let opening: [Node]
    let sections: [Section]
    /// Those right in a section.
    let questions: [QuestionText]
    /// What could not be read at all.
    let troubles: [Finding]
    /// What stands anywhere in it, in the order of the text: looked for once, for many checks ask.
    let pieces: Pieces

    struct Pieces: Sendable {
        fileprivate(set) var links: [PlacedNode] = []
        fileprivate(set) var images: [PlacedNode] = []
        fileprivate(set) var html: [PlacedNode] = []
        fileprivate(set) var headings: [(node: Node, level: Int)] = []
        /// In a quote or a list.
        fileprivate(set) var nestedHeadings: [Node] = []
        /// Quotes, call-outs and questions, wherever they stand.
        fileprivate(set) var quotes: [PlacedNode] = []
    }

    /// A second-level heading with what stands under it: a step, a screen, a word.
    struct Section: Sendable {
        let heading: Node
        let title: String
        /// As it was written; nothing where the heading has none.
        let writtenID: String?
        /// The written one, or one made of the title where that is none.
        let id: String
        let blocks: [Node]
        /// Its questions, with the place of each among the blocks.
        let questions: [(block: Int, text: QuestionText)]
    }

    var allBlocks: [Node] { opening + sections.flatMap { [$0.heading] + $0.blocks } }

    init(_ file: SourceFile, hasFrontMatter: Bool = true) {
        self.file = file
        self.hasFrontMatter = hasFrontMatter
        var troubles: [Finding] = file.troubles
        let (matter, body) = hasFrontMatter ? FrontMatter.split(file) : (nil, file.text[...])
        if let matter {
            frontMatter = FrontMatter(yaml: matter, in: file)
        } else {
            frontMatter = FrontMatter(yaml: "", in: file)
            if hasFrontMatter, file.isReadable {
                troubles.append(
                    file.text.hasPrefix("---\n")
                        ? file.finding(
                            1, 1, "front-matter", "the front matter has no end",
                            "write a line --- below its last line, and then the text")
                        : file.finding(
                            1, 1, "front-matter", "this file does not begin with front matter",
                            "begin with a line ---, then lines such as title: …, then a line ---"))
            }
        }
        troubles += frontMatter.troubles
        let skipped = file.text[..<body.startIndex].utf8.count { $0 == UInt8(ascii: "\n") }
        var blocks: [Node] = []
        do {
            blocks = try Markdown.parse(body, after: skipped).children
        } catch {
            troubles.append(
                file.finding(
                    max(1, error.line), 1, "front-matter",
                    "lists or quotes stand in each other more than \(Markdown.deepest) times", "make the text flatter"))
        }
        let starts = blocks.indices.filter { blocks[$0].kind == .heading(level: 2) }
        opening = Array(blocks[..<(starts.first ?? blocks.endIndex)])
        sections = starts.enumerated().map { number, start in
            let end = number + 1 < starts.count ? starts[number + 1] : blocks.endIndex
            return Section(blocks[start], Array(blocks[(start + 1)..<end]))
        }
        questions = sections.flatMap { $0.questions.map(\.text) }
        self.troubles = troubles
        pieces = Pieces(opening, sections)
    }
}

extension Document.Pieces {
    fileprivate init(_ opening: [Node], _ sections: [Document.Section]) {
        for block in opening { walk(block, block) }
        for section in sections {
            walk(section.heading, section.heading)
            for block in section.blocks { walk(block, block) }
        }
    }

    private mutating func walk(_ node: Node, _ block: Node, isNested: Bool = false) {
        if node.holdsText || block.line == 0 {
            add(node, node, isNested: isNested)
            for child in node.children { walk(child, node, isNested: true) }
        } else {
            add(node, block, isNested: isNested)
            for child in node.children { walk(child, block, isNested: true) }
        }
    }

    private mutating func add(_ node: Node, _ block: Node, isNested: Bool) {
        switch node.kind {
        case .link: links.append(PlacedNode(node: node, block: block))
        case .image: images.append(PlacedNode(node: node, block: block))
        case .html: html.append(PlacedNode(node: node, block: block))
        case .heading(let level): if isNested { nestedHeadings.append(node) } else { headings.append((node, level)) }
        case .quote: quotes.append(PlacedNode(node: node, block: block))
        default: break
        }
    }
}

extension Document.Section {
    init(_ heading: Node, _ blocks: [Node]) {
        let (title, id) = WrittenID.split(heading.plainText)
        let questions = blocks.enumerated().compactMap { place, block in QuestionText(block).map { (place, $0) } }
        self.init(
            heading: heading, title: title, writtenID: id, id: WrittenID.id(id, orFrom: title), blocks: blocks, questions: questions)
    }
}

/// `Wat heb je nodig? {#nodig}`
enum WrittenID {
    static func split(_ text: String) -> (text: String, id: String?) {
        let trimmed = text.trimmed
        let utf8 = trimmed.utf8
        guard utf8.last == UInt8(ascii: "}"), let brace = utf8.lastIndex(of: UInt8(ascii: "{")), utf8[brace...].starts(with: "{#".utf8)
        else { return (trimmed, nil) }
        let id = Substring(utf8[brace...].dropFirst(2).dropLast())
        guard !id.utf8.contains(UInt8(ascii: "}")) else { return (trimmed, nil) }
        return (withoutClosingMarks(trimmed[..<brace]), String(id))
    }

    /// `Twee ##` is the title “Twee” with a closing mark.
    private static func withoutClosingMarks(_ text: Substring) -> String {
        let title = text.trimmed
        guard title.utf8.last == UInt8(ascii: "#") else { return title }
        let plain = title.reversed().drop { $0 == "#" }
        return plain.first?.isWhitespace ?? true ? String(plain.reversed()).trimmed : title
    }

    /// The id, or one made of the title, so that what lacks an id can still be shown.
    static func id(_ written: String?, orFrom title: String) -> String {
        if let written, CourseID.isKebabCase(written) { return written }
        return kebab(title)
    }

    static func kebab(_ title: String) -> String {
        let words = title.searchable.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        let id = words.joined(separator: "-").prefix(60)
        return id.isEmpty ? "x" : String(id.hasSuffix("-") ? id.dropLast() : id)
    }
}

extension [Document] {
    /// The file in the source language of the same name, among these.
    func original(of document: Document) -> Document? {
        first { $0.file.language == nil && $0.file.stem == document.file.stem }
    }
}
