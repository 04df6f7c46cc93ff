import Courseware
import Markup
import Testing

@Suite struct QuestionTests {
    private func question(_ text: String) throws -> Question {
        try #require(try TestCourse.step(text).question)
    }

    @Test func `one tick makes a question with one answer, with the feedback of each`() throws {
        let question = try question(
            """
            > [!QUESTION] {#wie}
            > Wie mag jouw DigiD gebruiken?
            >
            > - [ ] Mijn dochter
            >   Nee. Ook familie niet.
            > - [x] Alleen ik
            >   Goed zo.
            > - [ ] De medewerker
            >
            > Je DigiD is van jou.
            """)
        #expect(question.id.rawValue == "wie")
        let wrong = try #require(question.judge(.chosen([0])))
        #expect(!wrong.isRight)
        #expect(wrong.notes.first?.feedback?.string == "<p>Nee. Ook familie niet.</p>\n")
        #expect(question.judge(.chosen([1]))?.isRight == true)
        #expect(question.closing?.string == "<p>Je DigiD is van jou.</p>\n")
    }

    @Test func `an answer that is not one to the question is none`() throws {
        let question = try question("> [!QUESTION]\n> Wie?\n>\n> - [x] Ik\n> - [ ] Jij")
        for answer in [Answer.chosen([0, 1]), .chosen([]), .chosen([7]), .typed("Ik"), .ordered([0, 1]), .matched([0])] {
            #expect(question.judge(answer) == nil)
        }
    }

    @Test func `several ticks need all of them and no other`() throws {
        let question = try question("> [!QUESTION]\n> Wat klopt?\n>\n> - [x] A\n> - [x] B\n> - [ ] C")
        #expect(question.judge(.chosen([0, 1]))?.isRight == true)
        #expect(question.judge(.chosen([0]))?.isRight == false)
        #expect(question.judge(.chosen([0, 1, 2]))?.isRight == false)
    }

    @Test func `a numbered list is put in order, and never shown in it`() throws {
        let question = try question("> [!QUESTION]\n> Wat eerst?\n>\n> 1. Een\n> 2. Twee\n> 3. Drie")
        #expect(question.mixed.sorted() == [0, 1, 2])
        #expect(question.mixed != [0, 1, 2])
        #expect(question.judge(.ordered([0, 1, 2]))?.isRight == true)
        #expect(question.judge(.ordered([1, 0, 2]))?.isRight == false)
        #expect(question.judge(.ordered([0, 0, 2])) == nil)
    }

    @Test func `things to order that read the same are the same`() throws {
        let question = try question("> [!QUESTION]\n> Wat eerst?\n>\n> 1. Klik\n> 2. Typ\n> 3. Klik")
        #expect(question.judge(.ordered([2, 1, 0]))?.isRight == true)
        #expect(question.judge(.ordered([0, 2, 1]))?.isRight == false)
    }

    @Test func `what is asked is one paragraph, and a picture may belong to it`() throws {
        let question = try question("> [!QUESTION]\n> Wat *klopt*?\n>\n> Kijk goed.\n>\n> - [x] A\n> - [ ] B")
        #expect(question.prompt.string == "Wat <em>klopt</em>?")
        #expect(question.more.string == "<p>Kijk goed.</p>\n")
    }

    @Test(arguments: ["digid", " DigiD ", "Digi D", "DIGÍD"])
    func `a typed answer is right whatever its letter case, spaces and accents`(text: String) throws {
        let question = try question("> [!QUESTION]\n> Hoe heet het?\n>\n> - = DigiD\n> - = Digi-D")
        #expect(question.judge(.typed(text))?.isRight == true)
        #expect(question.judge(.typed("MijnOverheid"))?.isRight == false)
    }

    @Test func `a table of two columns is matched`() throws {
        let question = try question(
            "> [!QUESTION]\n> Wat hoort bij wat?\n>\n> | Woord | Betekenis |\n> | - | - |\n> | A | 1 |\n> | B | 2 |")
        #expect(question.judge(.matched([0, 1]))?.isRight == true)
        #expect(question.judge(.matched([1, 0]))?.isRight == false)
        #expect(question.judge(.matched([0])) == nil)
    }

    @Test func `the first row of a table says what the two sides are`() throws {
        let question = try question("> [!QUESTION]\n> Wat?\n>\n> | *Woord* | Betekenis |\n> | - | - |\n> | A | 1 |\n> | B | 2 |")
        #expect(question.heading?.left.string == "<em>Woord</em>")
        #expect(question.heading?.right.string == "Betekenis")
    }

    @Test(arguments: ["> | | Betekenis |\n> | - | - |\n> | A | 1 |\n> | B | 2 |", "> - [x] Ja\n> - [ ] Nee"])
    func `where nothing stands above the sides, nothing is said of them`(answers: String) throws {
        #expect(try question("> [!QUESTION]\n> Wat?\n>\n\(answers)").heading == nil)
    }
}
