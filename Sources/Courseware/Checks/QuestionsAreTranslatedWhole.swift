import Markup

/// A translated question has the answers of the original: what is right in one language is right in the other.
struct QuestionsAreTranslatedWhole: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        site.documents.courses.flatMap { folder in
            folder.lessons.flatMap { document -> [Finding] in
                guard document.file.language != nil, let source = folder.lessons.original(of: document) else { return [] }
                let originals = Dictionary(source.questions.compactMap { question in
                    question.writtenID.map { ($0, question.outline) }
                }, uniquingKeysWith: { first, _ in first })
                return missing(in: document, source) + document.questions.compactMap { question in
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

extension QuestionsAreTranslatedWhole {
    /// A step that is there without a question of the original.
    private func missing(in document: Document, _ source: Document) -> [Finding] {
        let known = Set(document.questions.compactMap(\.writtenID))
        return source.sections.flatMap { original -> [Finding] in
            guard let section = document.sections.first(where: { $0.id == original.id }),
                section.questions.allSatisfy({ $0.text.writtenID != nil })
            else { return [] }
            return original.questions.compactMap(\.text.writtenID).filter { !known.contains($0) }.map { id in
                document.warning(
                    document.place(of: section), "translation-outdated",
                    "the question “\(id)” of the original is not in this step",
                    "translate it from \(source.file.stem).md: > [!QUESTION] {#\(id)}")
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
