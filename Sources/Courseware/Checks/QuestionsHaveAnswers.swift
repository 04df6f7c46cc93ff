import Markup

struct QuestionsHaveAnswers: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        site.lessons.flatMap { _, document in
            document.questions.compactMap { question in
                let remedy: String
                switch question.shape {
                case .tasks(let options) where options.allSatisfy({ $0.isTicked == false }):
                    remedy = "put [x] before the right answer"
                case .typed(let answers) where answers.allSatisfy(\.answer.isEmpty):
                    remedy = "write the answer after the =: - = digid.nl"
                case .missing:
                    remedy = "write the answers under the question, after an empty line with >"
                default: return nil
                }
                return document.finding(document.place(of: question), "question-without-answer", "this question has no right answer", remedy)
            }
        }
    }
}
