/// Changes files as a careless or hostile hand would: the same changes for the same seed.
package struct Mutation: RandomNumberGenerator {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    /// SplitMix64.
    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    private static let pieces: [[UInt8]] =
        [
            "---\n", "\n## ", "# ", "{#", "}", "[!QUESTION]", "[!TIP]", "> ", "- [x] ", "- [ ] ", "1. ", "- = ", "| ", "| --- |",
            "](", "](#", "![", "](term:", "](javascript:alert(1))", "](data:text/html,<b>)", "](//x)", "<script>", "<!--", "]]>",
            "&amp;", "&#0;", "&", "'", "\"", "\\", "`", "```\n", "**", "~~", "{?", "{!", "+", "\"+", "\r\n", "\r", "\n\n", "\t",
            "\u{0}", "\u{FEFF}", "\u{202E}", "\u{200D}", "👩‍👩‍👧", "é", "e\u{301}", "&a [", "*a", "<<: *a", "!!binary ", "Also:",
            "title:", "moved: {a: b}", "choice: ", "{naam}", "123456782", ": ", "- ", "[[[[[[[[", ">>>>>>>>", "term:",
        ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80]]

    /// One to eight changes of the file.
    ///
    /// - Parameter others: files to take pieces from.
    package mutating func change(_ file: [UInt8], others: [[UInt8]]) -> [UInt8] {
        var bytes = file
        for _ in 0..<Int.random(in: 1...8, using: &self) {
            let start = Int.random(in: 0...bytes.count, using: &self)
            let end = min(bytes.count, start + Int.random(in: 0...40, using: &self))
            switch Int.random(in: 0..<6, using: &self) {
            case 0: bytes.removeSubrange(start..<end)
            case 1: bytes.insert(contentsOf: Self.pieces.randomElement(using: &self) ?? [], at: start)
            case 2: bytes.replaceSubrange(start..<end, with: Self.pieces.randomElement(using: &self) ?? [])
            case 3: bytes.insert(contentsOf: bytes[start..<end], at: start)
            case 4: if start < bytes.count { bytes[start] = UInt8.random(in: 0...255, using: &self) }
            default:
                let other = others.randomElement(using: &self) ?? []
                let from = Int.random(in: 0...other.count, using: &self)
                bytes.insert(contentsOf: other[from..<min(other.count, from + 200)], at: start)
            }
        }
        return bytes
    }
}
