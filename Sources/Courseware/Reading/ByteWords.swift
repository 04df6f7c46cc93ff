/// A run of letters, digits, hyphens and apostrophes, by its place in the bytes of a text.
struct ByteWords {
    let start: Int
    let end: Int
    /// Of the word in small letters.
    let hash: UInt64
    /// Whether it is a part of an address: `overheid` in `mijn.overheid.nl`.
    private(set) var isInAddress = false

    static func all(in text: String) -> ContiguousArray<ByteWords> {
        var words = ContiguousArray<ByteWords>()
        var text = text
        text.withUTF8 { bytes in
            words.reserveCapacity(bytes.count / 6)
            var index = 0
            var start: Int?
            var hash = WordHash()
            func end() {
                if let begun = start { words.append(ByteWords(start: begun, end: index, hash: hash.value)) }
                (start, hash) = (nil, WordHash())
            }
            while index < bytes.count {
                let byte = bytes[index]
                var (isInside, length) = Letters.look(bytes, index, isBegun: start != nil)
                if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "'") { isInside = true }
                if length == 3, Letters.scalar(bytes, index).0 == "’" { isInside = true }
                if isInside {
                    start = start ?? index
                    if length == 1 {
                        hash.add(byte.isCapital ? byte | 0x20 : byte)
                    } else {
                        for byte in Letters.scalar(bytes, index).0.properties.lowercaseMapping.utf8 { hash.add(byte) }
                    }
                } else {
                    end()
                }
                index += length
            }
            end()
            for index in words.indices.dropFirst() where words[index].start == words[index - 1].end + 1 {
                guard ".@".utf8.contains(bytes[words[index].start - 1]) else { continue }
                words[index].isInAddress = true
                words[index - 1].isInAddress = true
            }
        }
        return words
    }
}

/// Letters and digits in the bytes of a text.
enum Letters {
    /// Whether a letter or digit begins there, and how many bytes that character has.
    ///
    /// - Parameter isBegun: whether it follows a letter, for an accent to put on it is part of it then.
    static func look(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, isBegun: Bool) -> (isInside: Bool, length: Int) {
        let byte = bytes[index]
        if byte < 0x80 { return (byte.isLetter || byte.isDigit, 1) }
        let (scalar, length) = scalar(bytes, index)
        let properties = scalar.properties
        return (properties.isAlphabetic || properties.numericType != nil || (isBegun && properties.isGraphemeExtend), length)
    }

    /// The character that begins there, and its length; the bytes are those of a string.
    static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> (Unicode.Scalar, Int) {
        let length = min(bytes[index] < 0xE0 ? 2 : bytes[index] < 0xF0 ? 3 : 4, bytes.count - index)
        var value = UInt32(bytes[index]) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
        for offset in 1..<max(1, length) { value = value << 6 | UInt32(bytes[index + offset]) & 0x3F }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }
}

/// FNV-1a, of 64 bits: quick for short words. Two words with one hash are not to be expected by chance.
struct WordHash {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    init() {}

    init(_ word: String) {
        for byte in word.utf8 { add(byte) }
    }

    mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
}
