import Markup
import Testing

@Suite struct RendererTests {
    private func html(_ text: String) throws -> String {
        let renderer = Renderer(
            link: { "<a href=\"\($0)\">\($1)</a>" }, picture: { "<img src=\"\($0)\" alt=\"\($1)\">" })
        return renderer.html(try Markdown.parse(text)).string
    }

    @Test(arguments: [
        ("Een **vet** woord", "<p>Een <strong>vet</strong> woord</p>\n"),
        ("<script>alert(1)</script>", ""),
        ("Een <b onclick=x>knop</b>", "<p>Een knop</p>\n"),
        ("`a < b`", "<p><code>a &lt; b</code></p>\n"),
        ("1. een\n2. twee", "<ol>\n<li>een</li>\n<li>twee</li>\n</ol>\n"),
        ("[\"x\"](https://a.example/?a=1&b=2)", "<p><a href=\"https://a.example/?a=1&amp;b=2\">&quot;x&quot;</a></p>\n"),
        ("![een \"brief\"](images/brief.svg)", "<p><img src=\"images/brief.svg\" alt=\"een &quot;brief&quot;\"></p>\n"),
        ("www.digid.nl", "<p>www.digid.nl</p>\n"),
    ])
    func `markdown becomes safe HTML`(text: String, expected: String) throws {
        #expect(try html(text) == expected)
    }

    @Test func `words are without marks, and without what stands under a picture`() throws {
        let text = try Markdown.parse("Een **vet** `woord`\nen [een link](x.md) ![een brief](brief.svg)")
        #expect(text.plainText == "Een vet woord en een link ")
        #expect(try Markdown.parse("![een brief](brief.svg)").plainText == "")
    }

    @Test func `a table scrolls by itself and names its columns`() throws {
        let table = try html("| A | B |\n| - | - |\n| 1 | 2 |")
        #expect(table.contains("<th scope=\"col\">A</th>"))
        #expect(table.contains("<td>2</td>"))
    }

    @Test func `nesting without end is refused before anybody walks it`() {
        #expect(throws: TooDeep.self) { try Markdown.parse(String(repeating: "> ", count: 10_000) + "diep") }
    }
}
