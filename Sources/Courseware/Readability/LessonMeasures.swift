/// How easy a lesson reads: the whole of it, and each of its steps. Measures say nothing of a reader, and certify no level.
package struct LessonMeasures: Sendable {
    package struct Measure: Sendable {
        package let title: String
        package let words: Int
        package let wordsPerSentence: Double
        /// 0 very hard, 100 very easy: Flesch-Douma in Dutch, Flesch in English.
        package let readingEase: Double
    }

    /// As findings name it.
    package let path: String
    package let whole: Measure
    package let steps: [Measure]
}

extension LibraryReader {
    /// Of every lesson in a language that can be measured, in the order of the files.
    package func measures() -> [LessonMeasures] {
        SiteDocuments(courses: courses, content: content).courses.flatMap(\.lessons).compactMap { document in
            guard let counter = Syllables.counters[document.language] else { return nil }
            let measure = { (title: String, sentences: [Sentence]) in
                let ease = ReadingEase(sentences, counter)
                return LessonMeasures.Measure(
                    title: title, words: ease.words, wordsPerSentence: ease.wordsPerSentence,
                    readingEase: document.language == .english ? ease.flesch : ease.fleschDouma)
            }
            return LessonMeasures(
                path: document.file.path,
                whole: measure(document.frontMatter.text("title") ?? document.file.stem, document.sentences),
                steps: document.sections.map { measure($0.title, Document.sentences(of: $0.blocks)) })
        }
    }
}
