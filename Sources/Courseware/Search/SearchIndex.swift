import Foundation
import Markup

/// Everything that can be found, in one language. Made of a library; it never changes.
package struct SearchIndex: Sendable {
    package struct Entry: Sendable {
        package enum Kind: String, Sendable {
            case course
            case lesson
            case term
            case service
            case page
        }

        package let kind: Kind
        package let title: String
        package let address: String
        /// Where it belongs to one; who may not see the course does not find it.
        package let course: CourseID?
        /// What is shown below the title.
        package let summary: String
        /// The language that it is really in.
        package let language: Language
    }

    private struct Posting {
        let entry: UInt32
        let weight: Float
    }

    private let entries: [Entry]
    private let language: Language
    private let postings: [String: [Posting]]
    /// The words of titles, for what is typed with a mistake.
    private let titleWords: [String]

    package init(_ library: Library, in language: Language, _ addresses: Addresses, page: (String) -> String?) {
        var builder = Builder(language)
        for course in library.courses { builder.add(course, addresses) }
        for term in library.glossary[language] ?? library.glossary[.dutch] ?? [] { builder.add(term) }
        for service in library.services { builder.add(service, addresses) }
        for (id, text) in library.pages.sorted(by: { $0.key < $1.key }) {
            if let address = page(id) { builder.add(text, id, at: address) }
        }
        self.language = language
        entries = builder.entries
        postings = builder.postings
        titleWords = builder.titleWords.sorted()
    }

    /// What fits best, the best first. Every word must be found; where that gives nothing, one is enough.
    package func find(_ query: String, most: Int = 20, where isShown: (Entry) -> Bool = { _ in true }) -> [Entry] {
        let stemmer = Stemmer(language)
        // A single letter beside a word is a slip, and stands in too many texts to say anything.
        let words = query.searchableWords
        let telling = words.filter { $0.count > 1 }
        let found = (telling.isEmpty ? words : telling).prefix(8).map { matches($0, stemmer) }.filter { !$0.isEmpty }
        guard !found.isEmpty else { return [] }
        var scores: [UInt32: (words: Int, score: Float)] = [:]
        for matches in found {
            for (entry, score) in matches {
                let before = scores[entry] ?? (0, 0)
                scores[entry] = (before.words + 1, before.score + score)
            }
        }
        let all = scores.filter { $0.value.words == found.count }
        return (all.isEmpty ? scores : all)
            .map { (entry: entries[Int($0.key)], place: $0.key, score: $0.value.score + Float($0.value.words)) }
            .filter { isShown($0.entry) }
            .sorted { ($0.score, $1.place) > ($1.score, $0.place) }
            .prefix(most).map(\.entry)
    }

    /// The entries with the word and how much it weighs there; a rare word weighs more.
    private func matches(_ word: String, _ stemmer: Stemmer) -> [UInt32: Float] {
        var found = scores(Set(stemmer.stems(word)), 1)
        if found.isEmpty { found = scores(Set(similar(to: word).flatMap(stemmer.stems)), 0.5) }
        return found
    }

    private func scores(_ stems: Set<String>, _ factor: Float) -> [UInt32: Float] {
        var scores: [UInt32: Float] = [:]
        for stem in stems {
            guard let list = postings[stem] else { continue }
            let rarity = factor * log(1 + Float(entries.count) / Float(list.count + 1))
            for posting in list { scores[posting.entry] = max(scores[posting.entry] ?? 0, posting.weight * rarity) }
        }
        return scores
    }

    /// Words of titles that begin with this one, or are one or two mistakes away.
    private func similar(to word: String) -> [String] {
        guard word.count >= 3 else { return [] }
        let beginning = titleWords.filter { $0.hasPrefix(word) }
        if !beginning.isEmpty { return beginning }
        let most = word.count < 4 ? 0 : word.count < 8 ? 1 : 2
        return titleWords.filter { abs($0.utf8.count - word.utf8.count) <= most && Typing.distance($0, word, most: most) <= most }
    }
}

extension SearchIndex {
    /// Gathers the entries with their words.
    private struct Builder {
        private let language: Language
        private let stemmers: [Language: Stemmer]
        private(set) var entries: [Entry] = []
        private(set) var postings: [String: [Posting]] = [:]
        private(set) var titleWords: Set<String> = []

        init(_ language: Language) {
            self.language = language
            stemmers = Dictionary(
                [language, .dutch].map { ($0, Stemmer($0)) }, uniquingKeysWith: { first, _ in first })
        }

        mutating func add(_ course: Course, _ addresses: Addresses) {
            let text = course.texts[language]
            add(
                Entry(
                    kind: .course, title: text.title, address: addresses.course(course.id), course: course.id,
                    summary: text.summary, language: course.texts.language(for: language)),
                [(text.title, 8), (text.summary, 3), (text.welcome.words, 1)])
            for lesson in course.lessons { add(lesson, addresses) }
        }

        private mutating func add(_ lesson: Lesson, _ addresses: Addresses) {
            let text = lesson.texts[language]
            var parts: [(String, Float)] = [(text.title, 8), (text.goals.joined(separator: " "), 3), (text.introduction.words, 1)]
            for step in lesson.steps {
                let step = step.texts[language]
                parts.append((step.title, 4))
                parts += step.parts.map { part in
                    switch part {
                    case .prose(let html): (html.words, 1)
                    case .question(let question): (question.prompt.words, 1)
                    case .checklist(let list): (list.items.map(\.label.words).joined(separator: " "), 1)
                    case .practice: ("", 0)
                    }
                }
            }
            add(
                Entry(
                    kind: .lesson, title: text.title, address: addresses.lesson(lesson.course, lesson.id, nil),
                    course: lesson.course, summary: text.goals.first ?? "", language: lesson.texts.language(for: language)),
                parts)
        }

        /// A word is explained on the spot, so it has no page: it is shown among what was found.
        mutating func add(_ term: Term) {
            let explanation = term.explanation.words
            add(
                Entry(kind: .term, title: term.word, address: "", course: nil, summary: explanation, language: language),
                [(term.word, 9), (term.also.joined(separator: " "), 9), (explanation, 1)])
        }

        mutating func add(_ service: Service, _ addresses: Addresses) {
            let text = service.texts[language]
            add(
                Entry(
                    kind: .service, title: text.title, address: addresses.service(service.id), course: nil,
                    summary: service.organisation, language: service.texts.language(for: language)),
                [(text.title, 8), (text.explanation.words, 1), (text.acts.map(\.label).joined(separator: " "), 2)])
        }

        mutating func add(_ page: Localized<PageText>, _ id: String, at address: String) {
            let text = page[language]
            add(
                Entry(
                    kind: .page, title: text.title, address: address, course: nil, summary: "",
                    language: page.language(for: language)),
                [(text.title, 8), (id, 3), (text.body.words, 1)])
        }

        private mutating func add(_ entry: Entry, _ parts: [(text: String, weight: Float)]) {
            guard let stemmer = stemmers[entry.language] ?? stemmers[.dutch] else { return }
            let place = UInt32(entries.count)
            entries.append(entry)
            var weights: [String: Float] = [:]
            for (text, weight) in parts {
                for word in text.searchableWords {
                    if weight >= 4 { titleWords.insert(word) }
                    for stem in stemmer.stems(word) { weights[stem] = max(weights[stem] ?? 0, weight) }
                }
            }
            for (stem, weight) in weights { postings[stem, default: []].append(Posting(entry: place, weight: weight)) }
        }
    }
}

/// How many mistakes of typing lie between two words: a letter too many, too few, another, or two exchanged.
enum Typing {
    static func distance(_ left: String, _ right: String, most: Int) -> Int {
        let (a, b) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
        var earlier: [Int] = []
        var before = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                var cost = min(before[j + 1] + 1, row[j] + 1, before[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, earlier[j - 1] + 1) }
                row.append(cost)
            }
            if row.allSatisfy({ $0 > most }) { return most + 1 }
            (earlier, before) = (before, row)
        }
        return before[b.count]
    }
}

extension HTML {
    /// The words in it, without tags.
    var words: String {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var isInside = false
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "<"): isInside = true
            case UInt8(ascii: ">"):
                isInside = false
                text.append(UInt8(ascii: " "))
            default: if !isInside { text.append(byte) }
            }
        }
        let plain = String(decoding: text, as: UTF8.self)
        guard plain.contains("&") else { return plain.tidied }
        let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        return entities.reduce(plain) { $0.replacing($1.0, with: $1.1) }.tidied
    }
}

extension String {
    fileprivate var tidied: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
