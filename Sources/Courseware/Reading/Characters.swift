extension StringProtocol {
    /// Without blanks before and after it.
    var trimmed: String {
        guard let start = firstIndex(where: { !$0.isBlank }), let end = lastIndex(where: { !$0.isBlank }) else { return "" }
        return String(self[start...end])
    }
}

extension Character {
    /// Whether it is a letter or a digit; most are plain ones, which need no look into the tables.
    var isOfWord: Bool {
        if let byte = asciiValue { return (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10 }
        return isLetter || isNumber
    }

    /// The same without digits.
    var isLetterOfWord: Bool { asciiValue.map { ($0 | 0x20) &- UInt8(ascii: "a") < 26 } ?? isLetter }

    /// Whether it is a space, a tab or another blank that does not end a line.
    fileprivate var isBlank: Bool { isWhitespace && !isNewline }
}
