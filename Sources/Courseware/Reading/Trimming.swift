extension StringProtocol {
    /// Without blanks before and after it.
    var trimmed: String {
        guard let start = firstIndex(where: { !$0.isBlank }), let end = lastIndex(where: { !$0.isBlank }) else { return "" }
        return String(self[start...end])
    }
}

extension Character {
    /// Whether it is a space, a tab or another blank that does not end a line.
    fileprivate var isBlank: Bool { isWhitespace && !isNewline }
}
