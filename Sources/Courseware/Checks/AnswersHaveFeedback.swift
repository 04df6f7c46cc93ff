import Markup

struct AnswersHaveFeedback: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        site.lessons.flatMap { _, document in
            document.questions.compactMap { question in
                guard case .tasks(let options) = question.shape, question.closing.isEmpty,
                    options.allSatisfy({ $0.feedback.isEmpty })
                else { return nil }
                return document.warning(
                    document.place(of: question), "no-feedback", "no answer of this question has feedback",
                    "write under a wrong answer, indented by two spaces, why it is wrong")
            }
        }
    }
}
