extension StringProtocol {
    /// Without blanks before and after it.
    var trimmed: String {
        guard let start = firstIndex(where: { !$0.isBlank }), let end = lastIndex(where: { !$0.isBlank }) else { return "" }
        return String(self[start...end])
    }
}

extension UInt8 {
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
        if let byte = asciiValue { return byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
        return isWhitespace && !isNewline
    }
}
