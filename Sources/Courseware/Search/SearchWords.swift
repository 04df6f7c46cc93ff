import Markup

/// The words of a text as they are searched for: runs of letters and digits.
enum SearchWords {
    /// Gives the bytes of each word, as they stand there.
    ///
    /// - Parameter isHTML: then tags and entities are no words.
    static func each(in bytes: [UInt8], isHTML: Bool, _ give: (UnsafeBufferPointer<UInt8>) -> Void) {
        bytes.withUnsafeBufferPointer { bytes in
            var index = 0
            var start: Int?
            func end() {
                if let begun = start { give(UnsafeBufferPointer(rebasing: bytes[begun..<index])) }
                start = nil
            }
            while index < bytes.count {
                let byte = bytes[index]
                if isHTML, byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&") {
                    end()
                    let last = byte == UInt8(ascii: "<") ? UInt8(ascii: ">") : UInt8(ascii: ";")
                    while index < bytes.count, bytes[index] != last { index += 1 }
                    index += 1
                } else {
                    let (isInside, length) = Letters.look(bytes, index, isBegun: start != nil)
                    if isInside { start = start ?? index } else { end() }
                    index += length
                }
            }
            index = min(index, bytes.count)
            end()
        }
    }
}

extension HTML {
    /// The words in it, without tags.
    var words: String {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var isInside = false
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "<"): isInside = true
            case UInt8(ascii: ">"):
                isInside = false
                text.append(UInt8(ascii: " "))
            default: if !isInside { text.append(byte) }
            }
        }
        let plain = String(decoding: text, as: UTF8.self)
        guard plain.contains("&") else { return plain.tidied }
        let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        return entities.reduce(plain) { $0.replacing($1.0, with: $1.1) }.tidied
    }
}

extension String {
    fileprivate var tidied: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
