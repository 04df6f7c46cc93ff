/// Takes a text apart into words, byte by byte: runs of letters, digits, hyphens and apostrophes.
struct WordScanner {
    struct Word {
        /// Its place in the bytes.
        let start: Int
        let end: Int
        /// Of the word in small letters.
        let hash: UInt64
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private var index = 0

    /// - Parameter bytes: those of a string.
    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func next() -> Word? {
        // A local one can stay in a register.
        var index = index
        defer { self.index = index }
        while index < bytes.count {
            let (isInside, length) = Self.look(bytes, index, isBegun: false)
            if isInside { break }
            index += length
        }
        guard index < bytes.count else { return nil }
        let start = index
        var hash = WordHash()
        while index < bytes.count {
            let byte = bytes[index]
            // Most are plain letters.
            if (byte | 0x20).isSmallLetter {
                hash.add(byte | 0x20)
                index += 1
                continue
            }
            let (isInside, length) = Self.look(bytes, index, isBegun: true)
            guard isInside else { break }
            if length == 1 {
                hash.add(byte)
            } else {
                hash.addInSmallLetters(Letters.scalar(bytes, index).0)
            }
            index += length
        }
        return Word(start: start, end: index, hash: hash.value)
    }

    /// The next words begin there.
    mutating func go(to index: Int) { self.index = index }

    /// Whether a word begins or goes on there, and how many bytes that character has.
    @inline(__always)
    static func look(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, isBegun: Bool) -> (isInside: Bool, length: Int) {
        let byte = bytes[index]
        if byte < 0x80 { return (byte.isLetter || byte.isDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "'"), 1) }
        return lookCloser(bytes, index, isBegun: isBegun)
    }

    /// Seldom needed, and much to get ready for.
    @inline(never)
    private static func lookCloser(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, isBegun: Bool) -> (isInside: Bool, length: Int) {
        let (isInside, length) = Letters.look(bytes, index, isBegun: isBegun)
        return (isInside || (length == 3 && Letters.scalar(bytes, index).0 == "’"), length)
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

    @inline(never)
    mutating func addInSmallLetters(_ scalar: Unicode.Scalar) {
        for byte in scalar.properties.lowercaseMapping.utf8 { add(byte) }
    }

    mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
}
