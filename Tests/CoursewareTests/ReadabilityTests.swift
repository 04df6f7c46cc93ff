import Testing

@testable import Courseware

@Suite struct ReadabilityTests {
    @Test(arguments: [
        ("zee", 1), ("appel", 2), ("auto", 2), ("gemeente", 3), ("ideeën", 3), ("machtigen", 3), ("sms-code", 3),
        ("identiteitskaart", 5), ("burgerservicenummer", 7),
    ])
    func `Dutch syllables are counted`(word: String, count: Int) {
        #expect(Syllables(.dutch).count(word) == count)
    }

    @Test(arguments: [
        ("safe", 1), ("asked", 1), ("needed", 2), ("little", 2), ("pages", 2), ("somebody", 4), ("letter", 2), ("authorise", 3),
    ])
    func `English syllables are counted`(word: String, count: Int) {
        #expect(Syllables(.english).count(word) == count)
    }

    @Test func `the formulas are those of the sources`() {
        let ease = ReadingEase(words: 100, sentences: 10, syllables: 150)
        #expect(abs(ease.fleschDouma - (206.84 - 0.77 * 150 - 0.93 * 10)) < 0.001)
        #expect(abs(ease.brouwer - (195 - 2.0 / 3 * 150 - 2 * 10)) < 0.001)
        #expect(abs(ease.flesch - (206.835 - 84.6 * 1.5 - 10.15)) < 0.001)
    }

    @Test(arguments: [
        ("Dit is een zin. En nog een!", [4, 3]), ("Kijk op www.digid.nl en bel bijv. 0800-1351.", [7]),
        ("Een lijst:\n\n- één ding\n- nog een ding", [2, 2, 3]), ("Dit\nloopt door. Klaar?", [3, 1]),
        ("> [!TIP]\n> Neem je tijd.", [3]), ("> [!QUESTION] {#q}\n> Wie?\n>\n> - [x] Ik zelf\n>   Goed zo dan.", [1, 2, 3]),
    ])
    func `a text is taken apart into sentences`(text: String, words: [Int]) {
        let document = Document(SourceFile(path: "les.md", bytes: Array("---\ntitle: x\n---\n\n\(text)\n".utf8)))
        #expect(document.sentences.map(\.words.count) == words)
    }
}
