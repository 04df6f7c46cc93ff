import Markup

/// The words of one course, or of everything outside the courses, with where they stand; by bytes and numbers, for there
/// are millions of them.
struct SearchPart: Sendable {
    let entries: [SearchIndex.Entry]
    let titleWords: Set<String>
    /// The stems that stand here, by their hashes, in order; two stems with one hash are not to be expected.
    private let stems: [UInt64]
    /// Where the postings of each stem begin; one more for the end.
    private let starts: [UInt32]
    /// An entry and, in the last eight bits, how much the word weighs there.
    private let packed: [UInt32]

    static func entry(_ posting: UInt32) -> Int { Int(posting >> 8) }
    static func weight(_ posting: UInt32) -> Float { Float(posting & 0xFF) }

    /// The postings of a stem; see `entry` and `weight`.
    func postings(_ stem: UInt64) -> ArraySlice<UInt32> {
        var (low, high) = (0, stems.count)
        while low < high {
            let middle = (low + high) / 2
            if stems[middle] < stem { low = middle + 1 } else { high = middle }
        }
        guard low < stems.count, stems[low] == stem else { return [] }
        return packed[Int(starts[low])..<Int(starts[low + 1])]
    }

    init(_ course: Course, _ language: Language, _ stemmers: Stemmers, _ addresses: Addresses) {
        var builder = Builder(language, stemmers)
        builder.add(course, addresses)
        self.init(builder)
    }

    init(
        contentOf library: Library, _ language: Language, _ stemmers: Stemmers, _ addresses: Addresses,
        _ page: (String) -> String?
    ) {
        var builder = Builder(language, stemmers)
        for term in library.glossary[language] ?? library.glossary[.dutch] ?? [] { builder.add(term) }
        for service in library.services { builder.add(service, addresses) }
        for (id, text) in library.pages.sorted(by: { $0.key < $1.key }) {
            if let address = page(id) { builder.add(text, id, at: address) }
        }
        self.init(builder)
    }

    private init(_ builder: Builder) {
        entries = builder.entries
        titleWords = builder.titleWords
        let hashes = builder.stemmers.numbers.hashes
        var counts = [UInt32](repeating: 0, count: hashes.count)
        for (stem, _) in builder.found { counts[stem] += 1 }
        let numbers = counts.indices.filter { counts[$0] > 0 }.sorted { hashes[$0] < hashes[$1] }
        var (starts, end): ([UInt32], UInt32) = ([], 0)
        // From now on, where the next posting of each stem goes.
        for stem in numbers {
            starts.append(end)
            (counts[stem], end) = (end, end + counts[stem])
        }
        var packed = [UInt32](repeating: 0, count: builder.found.count)
        for (stem, posting) in builder.found {
            packed[Int(counts[stem])] = posting
            counts[stem] += 1
        }
        (self.stems, self.starts, self.packed) = (numbers.map { hashes[$0] }, starts + [end], packed)
    }
}

/// One for each language that a part's texts can be in. Not for several threads at once.
final class Stemmers {
    let numbers = StemNumbers()
    private let stemmers: [Language: Stemmer]

    init(_ language: Language) {
        let numbers = numbers
        stemmers = Dictionary([language, .dutch].map { ($0, Stemmer($0, numbers)) }, uniquingKeysWith: { first, _ in first })
    }

    subscript(language: Language) -> Stemmer? { stemmers[language] ?? stemmers[.dutch] }
}

extension SearchPart {
    /// Gathers the entries with their words.
    private struct Builder {
        /// What an entry's text is worth.
        private enum Weight {
            static let word: UInt8 = 9
            static let title: UInt8 = 8
            static let stepTitle: UInt8 = 4
            static let summary: UInt8 = 3
            static let act: UInt8 = 2
            static let text: UInt8 = 1
        }

        private let language: Language
        let stemmers: Stemmers
        private(set) var entries: [SearchIndex.Entry] = []
        /// By the numbers of the stems, the postings in order.
        private(set) var found: [(stem: Int, posting: UInt32)] = []
        private(set) var titleWords: Set<String> = []
        /// How much each stem weighs in the entry that is read, by its number.
        private var weights: [UInt8] = []
        /// Those that weigh anything.
        private var weighed: [Int] = []

        init(_ language: Language, _ stemmers: Stemmers) {
            self.language = language
            self.stemmers = stemmers
        }

        mutating func add(_ course: Course, _ addresses: Addresses) {
            let text = course.texts[language]
            begin(course.texts.language(for: language))
            read(text.title, Weight.title)
            read(text.summary, Weight.summary)
            read(text.welcome)
            end(
                .course, text.title, addresses.course(course.id), of: course.id, summary: text.summary,
                course.texts.language(for: language))
            for lesson in course.lessons { add(lesson, addresses) }
        }

        private mutating func add(_ lesson: Lesson, _ addresses: Addresses) {
            let text = lesson.texts[language]
            let language = lesson.texts.language(for: language)
            begin(language)
            read(text.title, Weight.title)
            for goal in text.goals { read(goal, Weight.summary) }
            read(text.introduction)
            for step in lesson.steps {
                let step = step.texts[self.language]
                read(step.title, Weight.stepTitle)
                for part in step.parts { read(part) }
            }
            end(
                .lesson, text.title, addresses.lesson(lesson.course, lesson.id, nil), of: lesson.course,
                summary: text.goals.first ?? "", language)
        }

        private mutating func read(_ part: StepPart) {
            switch part {
            case .prose(let html): read(html)
            case .question(let question):
                read(question.prompt)
                read(question.more)
            case .checklist(let list): for item in list.items { read(item.label) }
            case .callout(_, _, let parts): for part in parts { read(part) }
            case .practice: break
            }
        }

        /// A word is explained on the spot, so it has no page: it is shown among what was found.
        mutating func add(_ term: Term) {
            begin(language)
            read(term.word, Weight.word)
            for form in term.also { read(form, Weight.word) }
            read(term.explanation)
            end(.term, term.word, "", summary: term.explanation.words, language)
        }

        mutating func add(_ service: Service, _ addresses: Addresses) {
            let text = service.texts[language]
            begin(service.texts.language(for: language))
            read(text.title, Weight.title)
            read(text.explanation)
            for act in text.acts { read(act.label, Weight.act) }
            end(
                .service, text.title, addresses.service(service.id), summary: service.organisation,
                service.texts.language(for: language))
        }

        mutating func add(_ page: Localized<PageText>, _ id: String, at address: String) {
            let text = page[language]
            begin(page.language(for: language))
            read(text.title, Weight.title)
            read(id, Weight.summary)
            read(text.body)
            end(.page, text.title, address, summary: "", page.language(for: language))
        }

        private var stemmer: Stemmer?

        private mutating func begin(_ language: Language) {
            stemmer = stemmers[language]
            for stem in weighed { weights[stem] = 0 }
            weighed.removeAll(keepingCapacity: true)
        }

        private mutating func read(_ html: HTML) { read(html.bytes, isHTML: true, Weight.text) }

        private mutating func read(_ text: String, _ weight: UInt8) {
            read(Array(text.utf8), isHTML: false, weight)
            if weight >= Weight.stepTitle { titleWords.formUnion(text.searchableWords) }
        }

        private mutating func read(_ bytes: [UInt8], isHTML: Bool, _ weight: UInt8) {
            guard let stemmer else { return }
            SearchWords.each(in: bytes, isHTML: isHTML) { word in
                let stems = stemmer.numbers(word)
                add(stems.first, weight)
                if let other = stems.other { add(other, weight) }
            }
        }

        private mutating func add(_ stem: Int, _ weight: UInt8) {
            if stem >= weights.count { weights += [UInt8](repeating: 0, count: stem + 1 - weights.count) }
            if weights[stem] == 0 { weighed.append(stem) }
            weights[stem] = max(weights[stem], weight)
        }

        private mutating func end(
            _ kind: SearchIndex.Entry.Kind, _ title: String, _ address: String, of course: CourseID? = nil, summary: String,
            _ language: Language
        ) {
            let place = UInt32(entries.count) << 8
            entries.append(
                SearchIndex.Entry(
                    kind: kind, title: title, address: address, course: course, summary: summary, language: language))
            for stem in weighed { found.append((stem, place | UInt32(weights[stem]))) }
        }
    }
}
