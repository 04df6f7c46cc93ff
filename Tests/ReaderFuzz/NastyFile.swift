/// What a hostile or unlucky hand can put into a file, written down so that each stays survived.
package struct NastyFile: Sendable, CustomStringConvertible {
    package let name: String
    package let place: String
    package let bytes: [UInt8]
    package var description: String { name }

    private init(_ name: String, in place: String, _ bytes: [UInt8]) {
        (self.name, self.place, self.bytes) = (name, place, bytes)
    }

    private static let lesson = "Courses/proef/01-les.md"
    private static let head = "---\ntitle: Les\n---\n\n## Stap {#stap}\n\n"

    private static func body(_ name: String, _ text: String) -> NastyFile { NastyFile(name, in: lesson, Array((head + text).utf8)) }
    private static func matter(_ name: String, _ yaml: String) -> NastyFile {
        NastyFile(name, in: lesson, Array("---\n\(yaml)\n---\n\n## Stap {#stap}\n\nTekst.\n".utf8))
    }
    private static func file(_ name: String, in place: String, _ text: String) -> NastyFile {
        NastyFile(name, in: place, Array(text.utf8))
    }

    package static let all: [NastyFile] = text + matters + files

    private static let text = [
        body("ten thousand quotes in each other", String(repeating: ">", count: 10_000) + " x"),
        body("ninety quotes in each other", String(repeating: "> ", count: 90) + "x"),
        body("lists in each other", (0..<300).map { String(repeating: " ", count: $0 * 2) + "- x\n" }.joined()),
        body("open brackets", String(repeating: "[", count: 10_000)),
        body("links in each other", wrapped(String(repeating: "[a](", count: 5_000))),
        body("pictures in each other", wrapped(String(repeating: "![", count: 20_000) + String(repeating: "](x)", count: 20_000))),
        body("open emphasis", wrapped(String(repeating: "*a **b ", count: 4_000))),
        body("back-ticks of every length", (1...400).map { String(repeating: "`", count: $0) + "x" }.joined(separator: " ")),
        body("a table of three hundred columns", Array(repeating: String(repeating: "| a ", count: 300) + "|\n", count: 3)
            .joined().replacing("| a |\n| a", with: "| a |\n| a") + String(repeating: "| --- ", count: 300) + "|\n"),
        body("a table of a thousand rows", "| a | b |\n| --- | --- |\n" + String(repeating: "| x | y |\n", count: 1_000)),
        body("a table that grows when read", "|" + String(repeating: "x|", count: 1_000) + "\n|" + String(repeating: "-|", count: 1_000)
            + "\n" + String(repeating: "|\n", count: 200)),
        body("a line of a hundred thousand letters", String(repeating: "a", count: 100_000)),
        body("a hundred thousand spaces", String(repeating: " ", count: 100_000) + "x"),
        body("many words without an end", wrapped(String(repeating: "woord ", count: 5_000))),
        body("a thousand headings", String(repeating: "## x\n", count: 1_000)),
        body("headings with the same id", String(repeating: "## x {#x}\n\ny\n\n", count: 500)),
        body("references that name each other", (0..<5_000).map { "[a\($0)]: b\($0)\n" }.joined() + "[a1] [a2]"),
        body("a question in a question", String(repeating: "> ", count: 40) + "[!QUESTION]\n"),
        body("a question of a thousand answers", "> [!QUESTION]\n> Wie?\n>\n" + String(repeating: "> - [x] a\n", count: 1_000)),
        body("entities", wrapped(String(repeating: "&amp;&#0;&#x110000;&lt;script&gt;", count: 2_000))),
        body("hidden characters", "\u{202E}\u{200B}\u{200D}\u{FEFF}a\u{0301}\u{0301}\u{0301}" + wrapped(String(repeating: "e\u{301}", count: 10_000))),
        body("one letter with a hundred thousand accents", "e" + String(repeating: "\u{301}", count: 100_000)),
        body("every scheme that does harm", """
            [a](javascript:alert(1)) [b](JaVaScRiPt:alert(1)) [c](java&#9;script:alert(1)) [d](data:text/html,<script>1</script>)
            [e](vbscript:x) [f](//elders.example) [g](\\\\elders.example) [h](/\\elders.example) <javascript:alert(1)> [i](&#1;javascript:x)
            [j](<java script:x>) ![k](javascript:x) ![l](data:image/svg+xml,<svg/>) [m]( javascript:x) [n](https:javascript)

            [o][o]

            [o]: javascript:alert(1)
            """),
        body("HTML of every kind", "<script>alert(1)</script> <img src=x onerror=alert(1)> <!-- x --> <?x?> <![CDATA[x]]> <a href='x'>\n\n<div onclick=x>\n\n<svg/onload=x>"),
        body("a link around itself", "[stap](01-les.md#stap) [stap](#stap) [les](01-les.md)"),
    ]

    /// In lines of three thousand characters, for longer ones are refused unread.
    private static func wrapped(_ text: String) -> String {
        var lines: [Substring] = []
        var rest = text[...]
        while !rest.isEmpty {
            lines.append(rest.prefix(3_000))
            rest = rest.dropFirst(3_000)
        }
        return lines.joined(separator: "\n")
    }

    private static let bomb = "a: &a [x, x]\n" + zip("abcdefghijklmnopq", "bcdefghijklmnopqr").map { "\($1): &\($1) [*\($0), *\($0), *\($0), *\($0), *\($0), *\($0), *\($0), *\($0)]\n" }.joined()

    private static let matters = [
        matter("aliases that double", bomb),
        matter("keys of aliases that double", bomb + "? *r\n: x\n? *q\n: y"),
        matter("an alias of itself", "title: &a [*a]"),
        matter("a merge of itself", "a: &a\n  <<: *a\ntitle: x"),
        matter("an unknown alias", "title: *weg"),
        matter("brackets in each other", "title: " + String(repeating: "[", count: 9_000)),
        matter("braces in each other", "title: " + String(repeating: "{a: ", count: 9_000)),
        matter("lists in lists", String(repeating: "- ", count: 9_000) + "x"),
        matter("a key twice", "title: a\ntitle: b"),
        matter("a key that is a list", "? [a, b]\n: c"),
        matter("binary", "title: !!binary x\nminutes: !!int abc\nchecked: !!timestamp x"),
        matter("a tag of elsewhere", "title: !<tag:example,2026:x> y"),
        matter("several documents", "title: a\n...\ntitle: b"),
        matter("a directive", "%YAML 9.9\n%TAG ! x"),
        matter("steps that moved in a ring", "title: Les\nmoved: {a: b, b: c, c: a, stap: a}"),
        matter("numbers that are none", "title: Les\nminutes: 99999999999999999999\nchecked: 2026-13-45"),
        matter("text in quotes that never close", "title: \"abc\ngoals: 'x"),
        matter("five thousand keys", (0..<5_000).map { "k\($0): x\n" }.joined()),
    ]

    private static let files = [
        NastyFile("bytes that are no text", in: lesson, Array(head.utf8) + [0xC3, 0x28, 0xFF, 0xFE, 0xED, 0xA0, 0x80]),
        NastyFile("UTF-16", in: lesson, [0xFF, 0xFE] + Array("---\ntitle: x\n".utf16).flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }),
        NastyFile("nothing", in: lesson, []),
        NastyFile("NUL everywhere", in: lesson, Array(head.utf8) + [UInt8](repeating: 0, count: 10_000)),
        NastyFile("ten million bytes", in: lesson, Array(head.utf8) + [UInt8](repeating: UInt8(ascii: "a"), count: 10_000_000)),
        file("Windows line ends and a mark at the beginning", in: lesson, "\u{FEFF}" + head.replacing("\n", with: "\r\n") + "x\r\ny\rz"),
        file("front matter that never ends", in: lesson, "---\ntitle: x\n" + String(repeating: "a: b\n", count: 10_000)),
        file("only dashes", in: lesson, String(repeating: "---\n", count: 10_000)),
        file("screens that lead in a ring", in: "Courses/proef/practices/oefenen.md",
            "---\ntitle: x\n---\n" + (0..<120).map { "## s\($0) {#s\($0)}\n\n**[a](#s\(($0 + 1) % 120) \"+f\($0) -f\(($0 + 7) % 120)\")** [b](#s\(($0 + 2) % 120) \"+g\($0)\")\n\n" }.joined()),
        file("fields of no kind", in: "Courses/proef/practices/oefenen.md",
            "---\ntitle: x\npersona: fatma\n---\n## a {#a}\n\n| a | b | c | d |\n|-|-|-|-|\n| | choice: | {x} | |\n| x | choice: / / | {} | *y* |\n| y |\n"),
        file("a picture without end", in: "Courses/proef/images/brief.svg", "<svg viewBox=\"0 0 inf 1e400\"><text x=\"1e999\" y=\"nan\" fill=\"#12\">x"),
        file("a picture larger than numbers", in: "Courses/proef/images/brief.svg", "<svg viewBox=\"0 0 1e300 1e300\"><rect x=\"1e308\" width=\"1e308\" height=\"1\"/></svg>"),
        file("groups in each other", in: "Courses/proef/images/brief.svg", "<svg>" + String(repeating: "<g fill='#fff'>", count: 20_000)),
        file("words of many forms", in: "Content/glossary/nl.md", "## a b c d e f g {#a}\nAlso: " + (0..<5_000).map { "w\($0) x" }.joined(separator: ", ") + "\n\nx\n"),
        file("a word of a thousand words", in: "Content/glossary/nl.md", "## " + String(repeating: "de ", count: 1_000) + "{#de}\n\nx\n"),
        file("labels that double", in: "Content/interface/nl.yml", bomb),
        file("labels in each other", in: "Content/interface/nl.yml", String(repeating: "{a: ", count: 900)),
        file("jargon of a thousand words", in: "Content/jargon/nl.txt", String(repeating: "de ", count: 1_000) + "= het\n= \n=\n"),
        file("a service of nothing", in: "Content/services/post.md", "---\ntitle: x\nmax_days: -9223372036854775808\nacts: {A B: x, '': y}\n---\n"),
    ]
}
