import Markup

/// A translated question has the answers of the original: what is right in one language is right in the other.
struct QuestionsAreTranslatedWhole: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        site.documents.courses.flatMap { folder in
            folder.lessons.flatMap { document -> [Finding] in
                guard document.file.language != nil,
                    let source = folder.lessons.first(where: { $0.file.language == nil && $0.file.stem == document.file.stem })
                else { return [] }
                let originals = Dictionary(source.questions.compactMap { question in
                    question.writtenID.map { ($0, question.outline) }
                }, uniquingKeysWith: { first, _ in first })
                return document.questions.compactMap { question in
                    guard let id = question.writtenID else { return nil }
                    if originals[id] == question.outline { return nil }
                    return document.warning(
                        document.place(of: question), "translation-outdated",
                        originals[id] == nil
                            ? "the original has no question “\(id)”" : "the question “\(id)” has other answers than the original",
                        "compare it with \(source.file.stem).md")
                }
            }
        }
    }
}

extension QuestionText {
    /// Its kind, and which of its answers are right.
    fileprivate var outline: String {
        switch shape {
        case .tasks(let options): "tasks " + options.map { $0.isTicked == true ? "x" : "-" }.joined()
        case .ordered(let items): "order \(items.count)"
        case .match(let pairs): "match \(pairs.count)"
        case .typed: "typed"
        case .unknown, .missing: "none"
        }
    }
}
