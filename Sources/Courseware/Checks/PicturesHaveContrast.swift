import Foundation

/// Text in a drawing needs 4.5 to 1 against what lies under it, large text 3 to 1 (WCAG 2.2, 1.4.3).
struct PicturesHaveContrast: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        guard site.today != nil else { return [] }
        return site.documents.courses.flatMap { folder in
            folder.listing.images.files("svg").flatMap { name -> [Finding] in
                let file = SourceFile(path: "\(folder.listing.images.path)/\(name)", isDrawing: true)
                return file.troubles + SVGTexts(file.text).faint.map { text in
                    file.finding(
                        text.line, text.column, "low-contrast-image-text",
                        "the text has a contrast of \(String(format: "%.1f", text.contrast)) to 1 with what lies under it",
                        "make it darker or lighter, until it is \(text.isLarge ? "3" : "4.5") to 1", severity: .warning)
                }
            }
        }
    }
}

/// The texts of a drawing with the colours of and under them. What is turned or styled from elsewhere is passed over.
struct SVGTexts {
    struct Text {
        let line: Int
        let column: Int
        let contrast: Double
        let isLarge: Bool
    }

    private struct Area {
        let x: ClosedRange<Double>
        let y: ClosedRange<Double>
        let color: Color
    }

    private(set) var faint: [Text] = []

    init(_ source: String) {
        var areas: [Area] = []
        // Shapes whose place is not worked out: text can stand on any of them.
        var shapes: [Color] = []
        var hidden = 0
        var inherited: [[String: String]] = [[:]]
        for tag in Self.tags(of: source) {
            // What is only defined is not drawn where it stands.
            if ["defs", "clipPath", "mask", "symbol"].contains(tag.name), !tag.isAlone { hidden += tag.isEnd ? -1 : 1 }
            if tag.isEnd {
                if inherited.count > 1 { inherited.removeLast() }
                continue
            }
            let own = tag.attributes
            let style = (inherited.last ?? [:]).merging(own.filter { Self.inheritable.contains($0.key) }) { $1 }
            if !tag.isAlone { inherited.append(style) }
            guard style["transform"] == nil, hidden <= 0 else { continue }
            let fill = style["fill"].map(Color.init) ?? .black
            switch tag.name {
            case "rect":
                guard let fill else { continue }
                guard let width = Self.number(own["width"]), let height = Self.number(own["height"]) else {
                    shapes.append(fill)
                    continue
                }
                let (x, y) = (Self.number(own["x"]) ?? 0, Self.number(own["y"]) ?? 0)
                areas.append(Area(x: x...(x + max(0, width)), y: y...(y + max(0, height)), color: fill))
            case "circle", "ellipse":
                guard let fill, let x = Self.number(own["cx"]), let y = Self.number(own["cy"]),
                    let rx = Self.number(own["r"] ?? own["rx"]), let ry = Self.number(own["r"] ?? own["ry"])
                else { continue }
                areas.append(Area(x: (x - abs(rx))...(x + abs(rx)), y: (y - abs(ry))...(y + abs(ry)), color: fill))
            case "text":
                guard let fill, let x = Self.number(own["x"]), let y = Self.number(own["y"]) else { continue }
                let size = Self.number(style["font-size"]) ?? 16
                let under = areas.last { $0.x.contains(x) && $0.y.contains(y - size / 3) }?.color ?? .white
                let contrast = ([under] + shapes).map(fill.contrast).max() ?? 1
                let isLarge = size >= 24 || (size >= 18.66 && ["bold", "700", "800", "900"].contains(style["font-weight"]))
                if contrast < (isLarge ? 3 : 4.5) {
                    faint.append(Text(line: tag.line, column: tag.column, contrast: contrast, isLarge: isLarge))
                }
            case "path", "polygon", "polyline": if let fill { shapes.append(fill) }
            default: break
            }
        }
    }

    private static let inheritable: Set<String> = ["fill", "font-size", "font-weight", "transform"]

    private static func number(_ text: String?) -> Double? {
        guard let text else { return nil }
        return Double(text.hasSuffix("px") ? String(text.dropLast(2)) : text).flatMap { $0.isFinite ? $0 : nil }
    }
}

extension SVGTexts {
    private struct Tag {
        let name: String
        let attributes: [String: String]
        let isEnd: Bool
        let isAlone: Bool
        let line: Int
        let column: Int
    }

    /// In one pass, for a drawing may be large; what a comment holds is no tag.
    private static func tags(of source: String) -> [Tag] {
        var tags: [Tag] = []
        var (line, column) = (1, 1)
        var open: (index: String.Index, line: Int, column: Int)?
        for index in source.indices {
            let character = source[index]
            if character == "<", open == nil { open = (source.index(after: index), line, column) }
            if character == ">", let start = open, !isOpenComment(source[start.index..<index]) {
                tags += [tag(source[start.index..<index], start.line, start.column)].compactMap(\.self)
                open = nil
            }
            (line, column) = character == "\n" ? (line + 1, 1) : (line, column + 1)
        }
        return tags
    }

    private static func isOpenComment(_ text: Substring) -> Bool { text.hasPrefix("!--") && !text.hasSuffix("--") }

    /// Nothing where it is a comment or a declaration.
    private static func tag(_ text: Substring, _ line: Int, _ column: Int) -> Tag? {
        guard let first = text.first, first.isLetter || first == "/" else { return nil }
        let isEnd = first == "/"
        let isAlone = text.hasSuffix("/")
        let body = text.dropFirst(isEnd ? 1 : 0).dropLast(isAlone ? 1 : 0)
        let name = String(body.prefix { !$0.isWhitespace })
        return Tag(
            name: name, attributes: attributes(body.dropFirst(name.count)), isEnd: isEnd, isAlone: isAlone, line: line,
            column: column)
    }

    private static func attributes(_ text: Substring) -> [String: String] {
        var attributes: [String: String] = [:]
        var rest = text
        while let equals = rest.firstIndex(of: "=") {
            let name = rest[..<equals].split(whereSeparator: \.isWhitespace).last.map(String.init) ?? ""
            rest = rest[rest.index(after: equals)...].drop(while: \.isWhitespace)
            guard let quote = rest.first, quote == "\"" || quote == "'",
                let end = rest.dropFirst().firstIndex(of: quote)
            else { break }
            attributes[name] = String(rest.dropFirst()[..<end])
            rest = rest[rest.index(after: end)...]
        }
        for part in (attributes["style"] ?? "").split(separator: ";") {
            let pair = part.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            if pair.count == 2 { attributes[pair[0]] = pair[1] }
        }
        return attributes
    }
}

/// A colour, as parts of red, green and blue from 0 to 1.
struct Color: Equatable {
    let red: Double
    let green: Double
    let blue: Double

    static let black = Color(red: 0, green: 0, blue: 0)
    static let white = Color(red: 1, green: 1, blue: 1)

    private static let names: [String: String] = [
        "black": "#000", "white": "#fff", "red": "#f00", "green": "#008000", "blue": "#00f", "yellow": "#ff0", "gray": "#808080",
        "grey": "#808080", "silver": "#c0c0c0", "navy": "#000080", "orange": "#ffa500", "lightgray": "#d3d3d3", "lightgrey": "#d3d3d3",
    ]

    init(red: Double, green: Double, blue: Double) { (self.red, self.green, self.blue) = (red, green, blue) }

    /// `#1a2b3c`, `#fff`, `rgb(26, 43, 60)` or one of the common names; nothing for others.
    init?(_ text: String) {
        let text = Self.names[text.lowercased()] ?? text.lowercased()
        if text.hasPrefix("rgb("), text.hasSuffix(")") {
            let parts = text.dropFirst(4).dropLast().split { " ,".contains($0) }.compactMap { Double($0) }
            guard parts.count == 3, parts.allSatisfy((0.0...255).contains) else { return nil }
            self.init(red: parts[0] / 255, green: parts[1] / 255, blue: parts[2] / 255)
            return
        }
        guard text.hasPrefix("#") else { return nil }
        var digits = text.dropFirst().compactMap(\.hexDigitValue)
        if digits.count == 3 { digits = digits.flatMap { [$0, $0] } }
        guard digits.count == 6 else { return nil }
        func part(_ index: Int) -> Double { Double(digits[index] * 16 + digits[index + 1]) / 255 }
        self.init(red: part(0), green: part(2), blue: part(4))
    }

    /// WCAG 2.2, "relative luminance".
    private var luminance: Double {
        func linear(_ part: Double) -> Double { part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4) }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    func contrast(with other: Color) -> Double {
        let (light, dark) = (max(luminance, other.luminance), min(luminance, other.luminance))
        return (light + 0.05) / (dark + 0.05)
    }
}
