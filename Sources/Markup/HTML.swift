/// HTML that is safe to send: text put into it is escaped, only `HTML` passes as it is.
///
///     let item: HTML = #"<li><a href="\#(path)">\#(title)</a></li>"#
///
/// Escapes `& < > " '`, which is right for element content and for quoted attribute values, and nowhere else:
/// never interpolate into a script, a style or an unquoted attribute. It does not vet addresses; links to the
/// outside are made by `Link` values that do.
package struct HTML: Sendable, Hashable, ExpressibleByStringInterpolation {
    /// UTF-8.
    package private(set) var bytes: [UInt8]

    package init() { bytes = [] }
    /// Nothing yet, with room for so many bytes.
    init(capacity: Int) {
        bytes = []
        bytes.reserveCapacity(capacity)
    }
    package init(stringLiteral value: String) { bytes = Array(value.utf8) }
    package init(stringInterpolation: StringInterpolation) { bytes = stringInterpolation.bytes }

    /// The text, escaped.
    package init(text: some StringProtocol) {
        bytes = []
        HTML.escape(text, into: &bytes)
    }

    /// The text in these bytes of UTF-8, escaped.
    package init(text utf8: Slice<UnsafeBufferPointer<UInt8>>) {
        bytes = []
        append(text: utf8)
    }

    /// Bytes that are HTML already: the output of a renderer that escapes by itself.
    package init(trusted bytes: [UInt8]) { self.bytes = bytes }

    package var isEmpty: Bool { bytes.isEmpty }
    package var string: String { String(decoding: bytes, as: UTF8.self) }

    package static func + (left: HTML, right: HTML) -> HTML {
        var sum = left
        sum += right
        return sum
    }

    package static func += (left: inout HTML, right: HTML) { left.bytes.append(contentsOf: right.bytes) }

    package mutating func append(text: some StringProtocol) { HTML.escape(text, into: &bytes) }
    package mutating func append(text: Substring) { HTML.escape(String(text), into: &bytes) }
    package mutating func append(text: String) { HTML.escape(text, into: &bytes) }
    package mutating func append(text utf8: Slice<UnsafeBufferPointer<UInt8>>) {
        HTML.escape(UnsafeBufferPointer(rebasing: utf8), into: &bytes)
    }
    /// HTML that stands in the code.
    package mutating func append(literal: StaticString) { literal.withUTF8Buffer { bytes.append(contentsOf: $0) } }

    package func hasEnd(_ end: StaticString) -> Bool {
        end.withUTF8Buffer { end in
            bytes.withUnsafeBufferPointer { bytes in
                // From behind, for there most differ.
                bytes.count >= end.count && (1..<(end.count + 1)).allSatisfy { bytes[bytes.count - $0] == end[end.count - $0] }
            }
        }
    }

    /// Puts the text before an end that it has.
    package mutating func insert(text utf8: Slice<UnsafeBufferPointer<UInt8>>, before end: StaticString) {
        bytes.removeLast(end.utf8CodeUnitCount)
        append(text: utf8)
        append(literal: end)
    }

    /// The same in no more memory than it needs: for what is kept.
    package var fitted: HTML { bytes.capacity > bytes.count + bytes.count / 8 ? HTML(trusted: bytes.withUnsafeBufferPointer { Array($0) }) : self }

    private static func escape(_ text: some StringProtocol, into bytes: inout [UInt8]) {
        escape(String(text), into: &bytes)
    }

    fileprivate static func escape(_ text: String, into bytes: inout [UInt8]) {
        var text = text
        text.withUTF8 { escape($0, into: &bytes) }
    }

    /// Most text has nothing to escape and is copied in one piece; a page has hundreds of such pieces.
    private static func escape(_ utf8: UnsafeBufferPointer<UInt8>, into bytes: inout [UInt8]) {
        var start = 0
        for index in utf8.indices {
            guard let entity = entity(utf8[index]) else { continue }
            bytes.append(contentsOf: utf8[start..<index])
            entity.withUTF8Buffer { bytes.append(contentsOf: $0) }
            start = index + 1
        }
        bytes.append(contentsOf: utf8[start...])
    }

    private static func entity(_ byte: UInt8) -> StaticString? {
        // Letters, and what is no ASCII, come after all of these.
        guard byte <= UInt8(ascii: ">") else { return nil }
        return switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }
}

extension HTML {
    package struct StringInterpolation: StringInterpolationProtocol, Sendable {
        var bytes: [UInt8]

        package init(literalCapacity: Int, interpolationCount: Int) {
            bytes = []
            bytes.reserveCapacity(literalCapacity + interpolationCount * 32)
        }

        package mutating func appendLiteral(_ literal: String) { bytes.append(contentsOf: literal.utf8) }
        package mutating func appendInterpolation(_ text: String) { HTML.escape(text, into: &bytes) }
        package mutating func appendInterpolation(_ text: some StringProtocol) { HTML.escape(text, into: &bytes) }
        package mutating func appendInterpolation(_ number: Int) { bytes.append(contentsOf: String(number).utf8) }
        package mutating func appendInterpolation(_ html: HTML) { bytes.append(contentsOf: html.bytes) }

        /// Nothing where there is nothing.
        package mutating func appendInterpolation(_ html: HTML?) {
            if let html { bytes.append(contentsOf: html.bytes) }
        }

        /// The part only where the condition holds: `\(if: step.isLast, "<p>…</p>")`.
        package mutating func appendInterpolation(if condition: Bool, _ html: @autoclosure () -> HTML) {
            if condition { bytes.append(contentsOf: html().bytes) }
        }

        /// One part for each element, in order: `\(each: lessons) { lesson in "<li>…</li>" }`.
        package mutating func appendInterpolation<S: Sequence>(
            each elements: S, _ part: (S.Element) throws -> HTML
        ) rethrows {
            for element in elements { bytes.append(contentsOf: try part(element).bytes) }
        }
    }
}
