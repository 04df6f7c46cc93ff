import Courseware

/// A deed as it stands in the log: a kind, what it was about, and what there is more to say.
///
/// An answer is kept as `right 0,2` or `wrong =tekst`: chosen, ordered or matched places, or the text that was typed.
struct KeptDeed: Equatable {
    let kind: String
    let subject: String?
    let details: String?

    init(kind: String, subject: String? = nil, details: String? = nil) {
        self.kind = kind
        self.subject = subject
        self.details = details
    }

    init(_ deed: LearningEvent.Deed) {
        switch deed {
        case .completed: self.init(kind: "completed")
        case .answered(let question, let answer, let isRight):
            self.init(
                kind: "answered", subject: question.rawValue,
                details: "\(isRight ? "right" : "wrong") \(Self.text(answer))")
        case .ticked(let item): self.init(kind: "ticked", subject: item)
        case .unticked(let item): self.init(kind: "unticked", subject: item)
        case .practised(let practice): self.init(kind: "practised", subject: practice.rawValue)
        case .stumbled(let practice, let fields):
            self.init(kind: "stumbled", subject: practice.rawValue, details: fields.joined(separator: ", "))
        case .askedForHelp: self.init(kind: "asked_for_help")
        case .helped: self.init(kind: "helped")
        case .finished: self.init(kind: "finished")
        }
    }

    /// Nothing where it is none that we know.
    var deed: LearningEvent.Deed? {
        switch (kind, subject, details) {
        case ("completed", _, _): .completed
        case ("answered", let question?, let details?):
            Self.answer(details.dropFirst(6)).map {
                .answered(QuestionID(unchecked: question), $0, isRight: details.hasPrefix("right"))
            }
        case ("ticked", let item?, _): .ticked(item: item)
        case ("unticked", let item?, _): .unticked(item: item)
        case ("practised", let practice?, _): .practised(PracticeID(unchecked: practice))
        case ("stumbled", let practice?, let fields?):
            .stumbled(PracticeID(unchecked: practice), fields: fields.split(separator: ",").map { String($0.trimmingPrefix(" ")) })
        case ("asked_for_help", _, _): .askedForHelp
        case ("helped", _, _): .helped
        case ("finished", _, _): .finished
        default: nil
        }
    }

    private static func text(_ answer: Answer) -> String {
        switch answer {
        case .chosen(let places): "c" + places.sorted().map(String.init).joined(separator: ",")
        case .ordered(let places): "o" + places.map(String.init).joined(separator: ",")
        case .matched(let places): "m" + places.map(String.init).joined(separator: ",")
        case .typed(let text): "=" + text
        }
    }

    private static func answer(_ text: Substring) -> Answer? {
        let rest = text.dropFirst()
        let places = rest.split(separator: ",").compactMap { Int($0) }
        return switch text.first {
        case "c": .chosen(Set(places))
        case "o": .ordered(places)
        case "m": .matched(places)
        case "=": .typed(String(rest))
        default: nil
        }
    }
}
