import Foundation

extension StringProtocol where UTF8View: BidirectionalCollection {
    /// Without blanks before and after it.
    var trimmed: String {
        // Byte by byte, for most begin and end with plain signs then.
        var (start, end) = (startIndex, endIndex)
        while start < end, utf8[start].isBlank { utf8.formIndex(after: &start) }
        while start < end, case let last = utf8.index(before: end), utf8[last].isBlank { end = last }
        let inner = self[start..<end]
        if start == end || (utf8[start] < 0x80 && utf8[utf8.index(before: end)] < 0x80) { return String(inner) }
        guard let start = inner.firstIndex(where: { !$0.isBlank }), let end = inner.lastIndex(where: { !$0.isBlank }) else { return "" }
        return String(inner[start...end])
    }

    /// What stands between the signs of that kind, also where that is nothing: byte by byte, for that is many times as
    /// quick as by characters.
    func parts(between sign: Unicode.Scalar) -> [Substring] {
        Substring(self).utf8.split(separator: UInt8(ascii: sign), omittingEmptySubsequences: false).map { Substring($0) }
    }

    /// What stands after the last sign of that kind: all of it where there is none.
    func lastPart(after sign: Unicode.Scalar) -> String {
        guard let place = utf8.lastIndex(of: UInt8(ascii: sign)) else { return String(self) }
        return String(self[utf8.index(after: place)...])
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Where that byte first stands from there on. The C library looks at many at a time.
    func firstIndex(of byte: UInt8, from start: Int) -> Int? {
        guard let base = baseAddress, start < count, let found = memchr(base + start, Int32(byte), count - start) else { return nil }
        return UnsafeRawPointer(base).distance(to: found)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// How many digits there are. Without a branch, so that the processor counts many at a time.
    var digits: Int {
        var count: UInt32 = 0
        for byte in self { count &+= byte.isDigit ? 1 : 0 }
        return Int(count)
    }
}

extension [UInt8] {
    func has(_ byte: UInt8) -> Bool { withUnsafeBufferPointer { $0.firstIndex(of: byte, from: 0) != nil } }
}

extension UInt8 {
    /// A space or a tab.
    var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
    /// Of `a` to `z`.
    var isSmallLetter: Bool { self &- UInt8(ascii: "a") < 26 }
    var isCapital: Bool { self &- UInt8(ascii: "A") < 26 }
    var isLetter: Bool { (self | 0x20).isSmallLetter }
    var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }
}

extension Character {
    /// Whether it is a letter or a digit; most are plain ones, which need no look into the tables.
    var isOfWord: Bool {
        if let byte = asciiValue { return byte.isLetter || byte.isDigit }
        return isLetter || isNumber
    }

    /// The same without digits.
    var isLetterOfWord: Bool {
        if let byte = asciiValue { return byte.isLetter }
        return isLetter
    }

    /// Whether it is a space, a tab or another blank that does not end a line.
    fileprivate var isBlank: Bool {
        if let byte = asciiValue { return byte.isBlank }
        return isWhitespace && !isNewline
    }
}
