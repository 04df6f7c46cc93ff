import Markup

/// A question asks something, has one set of answers of a kind that exists, and stands by itself in a step.
struct QuestionsAreOfAKnownKind: Check {
    private static let kinds =
        "use [ ] and [x] before every answer, or a numbered list, or = before every line, or a table of two columns"

    func findings(in site: CheckedSite) -> [Finding] {
        let lessons = Set(site.lessons.map(\.document.file.path))
        return site.lessons.flatMap { _, document in
            document.questions.compactMap { question in
                guard let (problem, remedy) = problem(question) else { return nil }
                return document.finding(document.place(of: question), "question-kind", problem, remedy)
            }
        } + site.linked.flatMap { marks($0.document, isLesson: lessons.contains($0.document.file.path)) }
    }

    private func problem(_ question: QuestionText) -> (String, String)? {
        switch question.shape {
        case .unknown: return ("the answers are of no kind that exists", Self.kinds)
        case .tasks(let options) where options.count < 2 && options.contains { $0.isTicked == true }:
            return ("there is only one answer to choose", Self.kinds)
        case .ordered(let items) where items.count < 2: return ("there is only one thing to put in order", Self.kinds)
        case .match(let pairs) where pairs.count < 2: return ("there is only one pair to match", Self.kinds)
        case .match(let pairs) where pairs.contains { $0.left.plainText.isBlank || $0.right.plainText.isBlank }:
            return ("a row of the table has an empty cell", "fill in both sides of every row")
        default: break
        }
        if case .missing = question.shape { return nil }
        if question.prompt.map(\.plainText).joined().isBlank, !question.prompt.contains(where: \.hasPicture) {
            return ("this question asks nothing", "write the question on the line below [!QUESTION]")
        }
        if question.closing.contains(where: QuestionText.isAnswers) {
            return ("this question has two lists of answers", "make one list of them, or two questions")
        }
        return nil
    }

    private func place(_ node: Node) -> Placement { Placement(line: node.line, column: node.byteColumn) }

    /// Marks such as `[!VRAAG]`, and questions where nobody can answer them.
    private func marks(_ document: Document, isLesson: Bool) -> [Finding] {
        let own = isLesson ? document.questions.map { place($0.quote) } : []
        return document.pieces.quotes.compactMap { placed in
            guard let name = QuoteMark.name(placed.node) else { return nil }
            if name == "question", !own.contains(place(placed.node)) {
                return document.finding(
                    document.place(of: placed), "question-kind", "nobody can answer a question here",
                    "put it by itself under the heading of a step, not in a list or another quote")
            }
            guard name != "question", Callout(rawValue: name) == nil else { return nil }
            return document.finding(
                document.place(of: placed), "question-kind", "“[!\(name.uppercased())]” is no mark that exists",
                "use [!QUESTION], [!TIP], [!NOTE] or [!WARNING]")
        }
    }
}

extension Node {
    fileprivate var hasPicture: Bool {
        everything.contains { if case .image = $0.kind { true } else { false } }
    }
}

extension String {
    fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
