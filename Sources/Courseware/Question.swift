package import Markup

/// A check question in a step.
package struct Question: Sendable {
    package struct Option: Sendable {
        package let label: HTML
        package let isRight: Bool
        package let feedback: HTML?
    }

    package struct TypedAnswer: Sendable {
        package let text: String
        package let feedback: HTML?
    }

    package struct Pair: Sendable {
        package let left: HTML
        /// Words only: it stands in a list to choose from.
        package let right: HTML
    }

    package enum Kind: Sendable {
        case oneAnswer([Option])
        case severalAnswers([Option])
        /// In the right order; the learner gets them mixed.
        case order([Option])
        /// Each is accepted, and has what is said of it.
        case typed([TypedAnswer])
        case match([Pair])
    }

    package let id: QuestionID
    /// What is asked: one paragraph, without its tags.
    package let prompt: HTML
    /// What belongs to it below that: a picture, another paragraph.
    package let more: HTML
    package let kind: Kind
    /// What stands above the two sides that are matched, where the author says it.
    package let heading: Pair?
    /// Shown once the question is answered.
    package let closing: HTML?

    /// The places of `order` items or `match` answers as the learner sees them first: always the same, never right.
    package var mixed: [Int] {
        switch kind {
        case .order(let items): Mixing.order(of: items.count, for: id)
        case .match(let pairs): Mixing.order(of: pairs.count, for: id)
        case .oneAnswer, .severalAnswers, .typed: []
        }
    }
}

/// What a learner answered. Places count from 0, in the order of the file.
package enum Answer: Sendable, Equatable {
    case chosen(Set<Int>)
    /// The items in the learner's order.
    case ordered([Int])
    case typed(String)
    /// For each left part, the right part chosen.
    case matched([Int])
}

/// What is said of an answer.
package struct Verdict: Sendable {
    package let isRight: Bool
    /// By option: whether choosing or not choosing it was right, and what its author says of it.
    package let notes: [Note]

    package struct Note: Sendable {
        package let place: Int
        package let isRight: Bool
        package let feedback: HTML?
    }
}

extension Question {
    /// Nothing where the answer is not one to this kind of question, or names what is not there.
    package func judge(_ answer: Answer) -> Verdict? {
        switch (kind, answer) {
        case (.oneAnswer(let options), .chosen(let chosen)) where chosen.count == 1,
            (.severalAnswers(let options), .chosen(let chosen)):
            guard chosen.allSatisfy(options.indices.contains) else { return nil }
            let notes = chosen.sorted().map {
                Verdict.Note(place: $0, isRight: options[$0].isRight, feedback: options[$0].feedback)
            }
            return Verdict(isRight: options.indices.allSatisfy { options[$0].isRight == chosen.contains($0) }, notes: notes)
        case (.order(let items), .ordered(let places)):
            guard places.sorted() == Array(items.indices) else { return nil }
            let notes = places.enumerated().map {
                // Two that read the same are the same to whoever orders them.
                Verdict.Note(
                    place: $0.element, isRight: items[$0.offset].label == items[$0.element].label,
                    feedback: items[$0.element].feedback)
            }
            return Verdict(isRight: notes.allSatisfy(\.isRight), notes: notes)
        case (.typed(let answers), .typed(let text)):
            let given = Typed.folded(text)
            guard let place = answers.firstIndex(where: { Typed.folded($0.text) == given }) else {
                return Verdict(isRight: false, notes: [])
            }
            return Verdict(
                isRight: true, notes: [Verdict.Note(place: place, isRight: true, feedback: answers[place].feedback)])
        case (.match(let pairs), .matched(let places)):
            guard places.count == pairs.count, places.allSatisfy(pairs.indices.contains) else { return nil }
            let notes = places.enumerated().map {
                // Two that read the same are the same to whoever chooses.
                Verdict.Note(place: $0.offset, isRight: pairs[$0.offset].right == pairs[$0.element].right, feedback: nil)
            }
            return Verdict(isRight: notes.allSatisfy(\.isRight), notes: notes)
        default: return nil
        }
    }
}

/// A fixed disorder: the same for everybody and at every visit, so that a page can be kept and a learner is not
/// surprised.
enum Mixing {
    static func order(of count: Int, for id: QuestionID) -> [Int] {
        guard count > 1 else { return Array(0..<count) }
        var state = id.rawValue.utf8.reduce(UInt64(14_695_981_039_346_656_037)) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
        var places = Array(0..<count)
        for index in stride(from: count - 1, to: 0, by: -1) {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            places.swapAt(index, Int((state >> 33) % UInt64(index + 1)))
        }
        return places == Array(0..<count) ? Array(places[1...]) + [places[0]] : places
    }
}
