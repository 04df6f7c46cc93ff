import Markup

struct QuestionsHaveIds: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        site.lessons.flatMap { _, document in
            document.questions.filter { $0.question.writtenID == nil }.map { question, line in
                document.warning(
                    line, question.quote.byteColumn, "question-without-id", "this question has no id",
                    "write [!QUESTION] {#id}, or run meedoen check --fix")
            }
        }
    }
}
