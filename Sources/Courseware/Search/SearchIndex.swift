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

    private let parts: [SearchPart]
    /// Which number the first entry of each part has among all.
    private let starts: [Int]
    private let count: Int
    private let language: Language
    /// The words of titles, for what is typed with a mistake.
    private let titleWords: [String]
    /// What was made of each course: one that did not change is taken over.
    private let known: [ObjectIdentifier: (reading: CourseReading, part: SearchPart)]

    /// - Parameter old: of an earlier library, to take over what did not change since.
    package init(
        _ library: Library, in language: Language, _ addresses: Addresses, after old: SearchIndex? = nil,
        page: (String) -> String?
    ) {
        let stemmers = Stemmers(language)
        var known: [ObjectIdentifier: (reading: CourseReading, part: SearchPart)] = [:]
        var parts: [SearchPart] = []
        // All processors read; the words are looked at by this one alone.
        _ = library.courses
        for reading in library.source.readings {
            let id = ObjectIdentifier(reading)
            let part = old?.known[id]?.part ?? reading.contents.course.map { SearchPart($0, language, stemmers, addresses) }
            guard let part else { continue }
            known[id] = (reading, part)
            parts.append(part)
        }
        parts.append(SearchPart(contentOf: library, language, stemmers, addresses, page))
        self.language = language
        self.parts = parts
        self.known = known
        var (starts, count): ([Int], Int) = ([], 0)
        for part in parts {
            starts.append(count)
            count += part.entries.count
        }
        (self.starts, self.count) = (starts, count)
        titleWords = Set(parts.flatMap(\.titleWords)).sorted()
    }

    /// What fits best, the best first. Every word must be found; where that gives nothing, one is enough.
    package func find(_ query: String, most: Int = 20, where isShown: (Entry) -> Bool = { _ in true }) -> [Entry] {
        let stemmer = Stemmer(language)
        // A single letter beside a word is a slip, and stands in too many texts to say anything.
        let words = query.searchableWords
        let telling = words.filter { $0.count > 1 }
        let found = (telling.isEmpty ? words : telling).prefix(8).map { weights($0, stemmer) }.filter { $0.hits > 0 }
        guard !found.isEmpty else { return [] }
        // One number for each entry of each part: a common word stands in most of them.
        var (hits, scores) = ([UInt8](repeating: 0, count: count), [Float](repeating: 0, count: count))
        for word in found {
            for place in 0..<count where word.weights[place] > 0 {
                hits[place] += 1
                scores[place] += word.weights[place]
            }
        }
        let all = (0..<count).filter { hits[$0] == found.count }
        let places = all.isEmpty ? (0..<count).filter { hits[$0] > 0 } : all
        let best = places.sorted { left, right in
            let (one, other) = (scores[left] + Float(hits[left]), scores[right] + Float(hits[right]))
            return one == other ? left < right : one > other
        }
        return Array(best.lazy.map { entry($0) }.filter(isShown).prefix(most))
    }

    private func entry(_ place: Int) -> Entry {
        var (low, high) = (0, parts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= place { low = middle } else { high = middle }
        }
        return parts[low].entries[place - starts[low]]
    }

    /// How much a word weighs in each entry, and in how many it stands; a rare word weighs more.
    private func weights(_ word: String, _ stemmer: Stemmer) -> (weights: [Float], hits: Int) {
        let exact = weights(Set(stemmer.stems(word)), 1)
        return exact.hits > 0 ? exact : weights(Set(similar(to: word).flatMap(stemmer.stems)), 0.5)
    }

    private func weights(_ stems: Set<String>, _ factor: Float) -> (weights: [Float], hits: Int) {
        var weights = [Float](repeating: 0, count: count)
        var hits = 0
        for stem in stems {
            let hash = WordHash(stem).value
            let lists = parts.map { $0.postings(hash) }
            let length = lists.map(\.count).reduce(0, +)
            hits += length
            let rarity = factor * log(1 + Float(count) / Float(length + 1))
            for (part, list) in lists.enumerated() {
                for posting in list {
                    let place = starts[part] + SearchPart.entry(posting)
                    weights[place] = max(weights[place], SearchPart.weight(posting) * rarity)
                }
            }
        }
        return (weights, hits)
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
