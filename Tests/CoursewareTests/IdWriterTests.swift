import Courseware
import Testing

@Suite struct IdWriterTests {
    @Test func `missing ids are written, once, and nothing else is touched`() {
        let text = "---\r\ntitle: Les\r\n---\r\n\r\n## Wat heb je nodig?\r\n\r\n> [!QUESTION]\r\n> Wie mag dat?\r\n>\r\n> - [x] Ik\r\n> - [ ] Jij\r\n\r\n## Klaar {#klaar}\r\n\r\nx  \r\n"
        let fixed = IdWriter.writeIds(into: text)
        #expect(fixed.contains("## Wat heb je nodig? {#wat-heb-je-nodig}\r\n"))
        #expect(fixed.contains("> [!QUESTION] {#wie-mag-dat}\r\n"))
        #expect(fixed.replacing(" {#wat-heb-je-nodig}", with: "").replacing(" {#wie-mag-dat}", with: "") == text)
        #expect(IdWriter.writeIds(into: fixed) == fixed)
    }

    @Test(arguments: [
        ("## Een\r\n\nx\n", "## Een {#een}\r\n\nx\n"), ("## Een\r\rx\r", "## Een {#een}\r\rx\r"), ("## Een ##\n\nx", "## Een {#een} ##\n\nx"),
        ("## Een  \n\nx", "## Een {#een}  \n\nx"), ("Twee regels\ntitel\n---\n\nx\n", "Twee regels\ntitel {#twee-regels-titel}\n---\n\nx\n"),
        ("## Een {#een}\n\n>\n> [!QUESTION]\n> Wat?\n>\n> - [x] a\n", "## Een {#een}\n\n>\n> [!QUESTION] {#wat}\n> Wat?\n>\n> - [x] a\n"),
        ("## A\n\nx\n\n## A\n\nx\n\n## B {#a-2}\n\nx\n", "## A {#a}\n\nx\n\n## A {#a-3}\n\nx\n\n## B {#a-2}\n\nx\n"),
    ])
    func `every kind of line keeps what it has`(text: String, fixed: String) {
        let head = "---\ntitle: x\n---\n\n"
        #expect(IdWriter.writeIds(into: head + text) == head + fixed)
        #expect(IdWriter.writeIds(into: head + fixed) == head + fixed)
    }

    @Test func `a translation has the ids of what it translates`() {
        let original = "---\ntitle: x\n---\n\n## Wat heb je nodig? {#nodig}\n\n> [!QUESTION] {#wie}\n> Wie?\n>\n> - [x] a\n\n## Klaar\n\nx\n"
        let translation = "---\ntitle: x\n---\n\n## What do you need?\n\n> [!QUESTION]\n> Who?\n>\n> - [x] a\n\n## Done\n\nx\n"
        let fixed = IdWriter.writeIds(into: translation, original: original)
        #expect(fixed.contains("## What do you need? {#nodig}\n") && fixed.contains("[!QUESTION] {#wie}\n") && fixed.contains("## Done {#klaar}\n"))
    }
}
