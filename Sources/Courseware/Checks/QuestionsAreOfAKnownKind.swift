import Markup

struct QuestionsAreOfAKnownKind: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        site.lessons.flatMap { _, document in
            document.questions.compactMap { question, line in
                let problem: String
                switch question.shape {
                case .unknown: problem = "the answers are of no kind that exists"
                case .tasks(let options) where options.count < 2: problem = "there is only one answer to choose"
                case .ordered(let items) where items.count < 2: problem = "there is only one thing to put in order"
                case .match(let pairs) where pairs.count < 2: problem = "there is only one pair to match"
                default: return nil
                }
                return document.finding(
                    line, question.quote.byteColumn, "question-kind", problem,
                    "use [ ] and [x] before every answer, or a numbered list, or = before every line, or a table of two columns")
            }
        }
    }
}
