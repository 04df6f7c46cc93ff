import Foundation
import Markup

/// Where something stands in a file: line and column in characters, both from 1.
struct Placement: Sendable, Hashable {
    let line: Int
    let column: Int
}

/// A piece of a document, with the block that the parser counted its columns in.
struct PlacedNode {
    let node: Node
    let block: Node
}

extension Document {
    /// Every node, in the order of the text.
    var placedNodes: [PlacedNode] {
        var placed: [PlacedNode] = []
        func walk(_ node: Node, _ block: Node) {
            let block = node.holdsText || block.line == 0 ? node : block
            placed.append(PlacedNode(node: node, block: block))
            for child in node.children { walk(child, block) }
        }
        for block in allBlocks { walk(block, block) }
        return placed
    }

    /// The line and column of its first character.
    func place(of placed: PlacedNode) -> Placement {
        let start = placed.node.start
        return place(line: start.line, byteColumn: start.byteColumn, in: placed.block)
    }

    /// The parser counts the columns of a paragraph's later lines from where its text begins in the first, whatever
    /// stands before it: `>` of a quote, spaces of a list.
    func place(line: Int, byteColumn: Int, in block: Node) -> Placement {
        guard line > block.line, block.holdsText else {
            let line = max(1, line == 0 ? block.line : line)
            let byteColumn = block.kind == .tableCell ? byteOfCell(byteColumn, from: block.byteColumn, in: line) : byteColumn
            return Placement(line: line, column: file.column(line, byte: byteColumn))
        }
        let indent = file.line(line).utf8.prefix { " \t>".utf8.contains($0) }.count
        return Placement(line: line, column: file.column(line, byte: indent + 1 + max(0, byteColumn - block.byteColumn)))
    }

    /// The parser reads a cell after it has taken `\|` for one sign, and counts so.
    private func byteOfCell(_ byteColumn: Int, from start: Int, in line: Int) -> Int {
        var place = start
        var rest = file.line(line).utf8.dropFirst(max(0, start - 1))
        for _ in 0..<max(0, byteColumn - start) {
            let length = rest.starts(with: #"\|"#.utf8) ? 2 : 1
            place += length
            rest = rest.dropFirst(length)
        }
        return max(place, byteColumn)
    }

    /// Where the text first stands from there on, within so many lines; nothing where it does not.
    func place(of text: String, from start: Placement, lines: Int = 3) -> Placement? {
        file.place(of: text, from: start, lines: lines)
    }

    /// Where the address of a link or picture stands; its own beginning where the address is written elsewhere.
    func place(ofAddress destination: String, in placed: PlacedNode) -> Placement {
        let start = place(of: placed)
        for mark in ["](", "](<", "<"] {
            if let found = place(of: mark + destination, from: start) {
                return Placement(line: found.line, column: found.column + mark.count)
            }
        }
        return start
    }

    /// Every link, with its address.
    var links: [Link] {
        pieces.links.compactMap { placed in
            guard case .link(let destination, _) = placed.node.kind else { return nil }
            return Link(destination: destination, placed: placed)
        }
    }

    struct Link {
        let destination: String
        fileprivate let placed: PlacedNode
    }

    /// Where the link's address stands.
    func place(of link: Link) -> Placement { place(ofAddress: link.destination, in: link.placed) }
}

extension Node {
    /// Whether it is a block with words right in it, from whose beginning the parser counts their columns.
    var holdsText: Bool {
        switch kind {
        case .paragraph, .heading, .tableCell: true
        default: false
        }
    }

    /// The parser says of a link over two lines that it begins on the second; what is in it knows better.
    fileprivate var start: (line: Int, byteColumn: Int) {
        guard let first = children.first?.start, first.line < line, first.line > 0 else { return (line, byteColumn) }
        switch kind {
        case .link, .emphasis: return (first.line, first.byteColumn - 1)
        case .image, .strong, .strikethrough: return (first.line, first.byteColumn - 2)
        default: return (line, byteColumn)
        }
    }
}
