package import Markup

/// Looks whether a piece of HTML holds only what Meedoen draws itself: known elements that are closed in their order,
/// known attributes, safe addresses, and text in which everything else is escaped.
package enum HTMLScan {
    private static let elements: Set<String> = [
        "p", "a", "span", "ul", "ol", "li", "em", "strong", "s", "code", "pre", "blockquote", "div", "button", "table", "thead",
        "tbody", "tr", "th", "td", "h1", "h2", "h3", "h4", "h5", "h6", "br", "hr", "img",
    ]
    private static let alone: Set<String> = ["br", "hr", "img"]
    private static let attributes: Set<String> = [
        "class", "href", "rel", "type", "popovertarget", "src", "alt", "width", "height", "loading", "start", "scope", "tabindex",
    ]
    private static let entities: Set<String> = ["amp", "lt", "gt", "quot", "#39"]

    /// What is wrong; nothing where all is well.
    package static func complaint(_ html: HTML) -> String? {
        let bytes = html.bytes
        var open: [String] = []
        var index = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "&"):
                guard let end = bytes[index...].prefix(6).firstIndex(of: UInt8(ascii: ";")),
                    entities.contains(text(bytes[(index + 1)..<end]))
                else { return "a bare & before \(text(bytes[index...].prefix(30)))" }
                index = end
            case UInt8(ascii: "<"):
                guard let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) else { return "an element without end" }
                if let complaint = complaint(element: text(bytes[(index + 1)..<end]), &open) { return complaint }
                index = end
            case UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"):
                return "a bare sign before \(text(bytes[index...].prefix(30)))"
            default: break
            }
            index += 1
        }
        return open.isEmpty ? nil : "not closed: \(open)"
    }

    private static func text(_ bytes: some Collection<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

    private static func complaint(element: String, _ open: inout [String]) -> String? {
        if element.hasPrefix("/") { return open.popLast() == String(element.dropFirst()) ? nil : "closed out of order: \(element)" }
        let name = String(element.prefix { $0 != " " })
        guard elements.contains(name) else { return "a foreign element: \(element.prefix(60))" }
        if !alone.contains(name) { open.append(name) }
        return complaint(attributes: element.dropFirst(name.count))
    }

    /// ` class="callout" checked`
    private static func complaint(attributes: Substring) -> String? {
        var rest = attributes
        while !rest.isEmpty {
            guard rest.first == " " else { return "no attribute: \(rest.prefix(60))" }
            let name = rest.dropFirst().prefix { $0.isASCII && $0.isLowercase }
            guard Self.attributes.contains(String(name)) else { return "a foreign attribute: \(rest.prefix(60))" }
            rest = rest.dropFirst(name.count + 1)
            guard rest.hasPrefix("=\"") else { continue }
            guard let end = rest.dropFirst(2).firstIndex(of: "\"") else { return "a value without end: \(rest.prefix(60))" }
            let value = rest.dropFirst(2)[..<end]
            rest = rest[rest.index(after: end)...]
            guard ["href", "src"].contains(name) else { continue }
            guard ["#", "https:", "http:", "mailto:", "tel:"].contains(where: { value.lowercased().hasPrefix($0) }) else {
                return "an unsafe address: \(value.prefix(60))"
            }
        }
        return nil
    }
}
