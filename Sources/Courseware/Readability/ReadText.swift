/// A document of running text, in a language that the checks know.
///
/// A practice imitates a website, and a mandate is a contract: their words are not chosen for ease alone.
struct ReadText: Sendable {
    let document: Document
    let sentences: [Sentence]
    var language: Language { document.language }

    static func all(in documents: SiteDocuments) -> [ReadText] {
        let texts = documents.courses.flatMap { $0.course + $0.lessons } + documents.glossary + documents.services + documents.pages
        return texts.filter { Syllables.languages.contains($0.language) }
            .map { ReadText(document: $0, sentences: $0.sentences) }
    }
}
