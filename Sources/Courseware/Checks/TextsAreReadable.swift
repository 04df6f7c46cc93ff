import Foundation

/// The reading ease of a lesson, against the bound of its course's level.
struct TextsAreReadable: Check {
    /// Shorter texts measure chance.
    static let fewestWords = 60
    /// Our own choice: no norm gives one for these levels.
    static let bounds: [Course.Level: Double] = [.entry: 75, .basic1: 65, .basic2: 60]

    func findings(in site: CheckedSite) -> [Finding] {
        let texts = Dictionary(site.texts.map { ($0.document.file.path, $0) }, uniquingKeysWith: { first, _ in first })
        return site.documents.courses.flatMap { folder -> [Finding] in
            let level = folder.course.first { $0.file.language == nil }?.frontMatter.text("level")
            let bound = Self.bounds[level.flatMap(Course.Level.init) ?? .basic1] ?? 0
            return folder.lessons.compactMap { document in
                guard let text = texts[document.file.path], let counter = Syllables.counters[text.language] else { return nil }
                let ease = ReadingEase(text.sentences, counter)
                guard ease.words >= Self.fewestWords else { return nil }
                let isEnglish = text.language == .english
                guard (isEnglish ? ease.flesch : ease.fleschDouma) < bound else { return nil }
                let measures =
                    isEnglish
                    ? "Flesch \(rounded(ease.flesch)), Flesch-Kincaid grade \(rounded(ease.fleschKincaid))"
                    : "Flesch-Douma \(rounded(ease.fleschDouma)), Brouwer \(rounded(ease.brouwer))"
                return document.warning(
                    Placement(line: 1, column: 1), "readability",
                    "this lesson reads hard: \(measures), with \(rounded(ease.wordsPerSentence)) words a sentence and \(rounded(ease.syllablesPerWord)) syllables a word; the bound of its level is \(rounded(bound))",
                    "write shorter sentences and shorter words")
            }
        }
    }

    private func rounded(_ number: Double) -> String { String(format: "%.1f", number) }
}
