import Markup
import Testing

@Suite struct HTMLTests {
    @Test func `text is escaped, HTML is not`() {
        let name = #"<b>"Fatma" & 'Bram'</b>"#
        let bold: HTML = "<b>\(name)</b>"
        #expect(bold.string == "<b>&lt;b&gt;&quot;Fatma&quot; &amp; &#39;Bram&#39;&lt;/b&gt;</b>")
        #expect(("<i>\(bold)</i>" as HTML).string.hasPrefix("<i><b>&lt;"))
    }

    @Test func `parts come for each element, only where asked, and nothing for nothing`() {
        let nothing: HTML? = nil
        let html: HTML = "\(each: ["a", "<"], { "<li>\($0)</li>" })\(if: false, "x")\(if: true, "y")\(nothing)\(3)"
        #expect(html.string == "<li>a</li><li>&lt;</li>y3")
    }
}
