import Markup

struct QuestionsHaveIds: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        site.lessons.flatMap { _, document in
            document.questions.compactMap { question in
                let place = document.place(of: question)
                guard let id = question.writtenID else {
                    return document.warning(
                        place, "question-without-id", "this question has no id",
                        "write [!QUESTION] {#id}, or run meedoen check --fix")
                }
                guard !CourseID.isKebabCase(id) else { return nil }
                return document.warning(
                    document.place(of: "{#\(id)}", from: place) ?? place, "question-without-id", "“\(id)” cannot be an id",
                    "use small letters, digits and single hyphens: {#\(WrittenID.kebab(id))}")
            }
        }
    }
}
