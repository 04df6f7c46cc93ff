/// Measures of how easy a text reads. They say nothing of a reader, and no formula certifies "B1".
struct ReadingEase: Sendable {
    let words: Int
    let sentences: Int
    let syllables: Int

    init(_ sentences: [Sentence], _ counter: Syllables) {
        self.sentences = sentences.count
        words = sentences.map(\.words.count).reduce(0, +)
        syllables = sentences.flatMap(\.words).map { counter.count($0.text) }.reduce(0, +)
    }

    init(words: Int, sentences: Int, syllables: Int) {
        (self.words, self.sentences, self.syllables) = (words, sentences, syllables)
    }

    var wordsPerSentence: Double { Double(words) / Double(max(1, sentences)) }
    var syllablesPerWord: Double { Double(syllables) / Double(max(1, words)) }

    /// 0 very hard, 100 very easy. Flesch for Dutch: Taalbeheersing 1977 (dbnl.org).
    var fleschDouma: Double { 206.84 - 77 * syllablesPerWord - 0.93 * wordsPerSentence }
    /// Reading index A: above 100 easy children's books, 50 to 75 normal. After "Leesbaarheid gevangen in formules".
    var brouwer: Double { 195 - 200.0 / 3 * syllablesPerWord - 2 * wordsPerSentence }
    /// 0 very hard, 100 very easy, for English (Flesch 1948).
    var flesch: Double { 206.835 - 84.6 * syllablesPerWord - 1.015 * wordsPerSentence }
    /// Years of American school, for English (Kincaid 1975).
    var fleschKincaid: Double { 0.39 * wordsPerSentence + 11.8 * syllablesPerWord - 15.59 }
}
