import Courseware
import Markup

/// The form of a question: draws it, and reads what comes back.
struct AnswerForm {
    private let question: Question

    init(_ question: Question) { self.question = question }

    /// Nothing where it is not filled in, or not in a way that can be judged.
    func answer(_ form: Form) -> Answer? {
        switch question.kind {
        case .oneAnswer, .severalAnswers:
            let places = Set(form.all("antwoord").compactMap { Int($0) })
            return places.isEmpty ? nil : .chosen(places)
        case .order(let items):
            let numbers = items.indices.map { Int(form["plaats-\($0)"]) ?? 0 }
            guard numbers.sorted() == Array(1...items.count) else { return nil }
            return .ordered(items.indices.sorted { numbers[$0] < numbers[$1] })
        case .typed:
            let text = String(form["antwoord"].prefix(200))
            return text.isEmpty ? nil : .typed(text)
        case .match(let pairs):
            let places = pairs.indices.compactMap { Int(form["past-\($0)"]) }
            return places.count == pairs.count ? .matched(places) : nil
        }
    }

    /// The fields, with what was answered before.
    ///
    /// - Parameter lang: for the author's words among the labels.
    func fields(_ labels: Labels, lang: HTML, answered: Answer?) -> HTML {
        switch question.kind {
        case .oneAnswer(let options): choices(options, type: "radio", lang, answered)
        case .severalAnswers(let options): choices(options, type: "checkbox", lang, answered)
        case .order(let items): order(items, labels, lang, answered)
        case .typed: typed(labels, answered)
        case .match(let pairs): match(pairs, labels, lang, answered)
        }
    }

    /// Fields of several questions stand on one page, so their ids begin with the question's.
    private func id(_ name: String) -> String { "vraag-\(question.id)-\(name)" }

    private func choices(_ options: [Question.Option], type: String, _ lang: HTML, _ answered: Answer?) -> HTML {
        let chosen: Set<Int> = if case .chosen(let places)? = answered { places } else { [] }
        return options.enumerated().reduce(into: HTML()) { html, option in
            html += #"""
                <div class="choice"><input type="\#(type)" id="\#(id(String(option.offset)))" name="antwoord" value="\#(option.offset)"\#(if: chosen.contains(option.offset), " checked")>
                <label for="\#(id(String(option.offset)))"\#(lang)>\#(option.element.label)</label></div>

                """#
        }
    }

    private func order(_ items: [Question.Option], _ labels: Labels, _ lang: HTML, _ answered: Answer?) -> HTML {
        let given: [Int]? = if case .ordered(let places)? = answered { places } else { nil }
        return #"<ul class="pairs">"#
            + question.mixed.reduce(into: HTML()) { html, place in
                let number = given?.firstIndex(of: place).map { $0 + 1 }
                html += #"""
                    <li><label for="\#(id(String(place)))"\#(lang)>\#(items[place].label)</label>
                    <select id="\#(id(String(place)))" name="plaats-\#(place)"><option value="">\#(labels["question.place"])</option>\#(each: 1...items.count, { "<option\(if: $0 == number, " selected")>\($0)</option>" })</select></li>

                    """#
            } + "</ul>\n"
    }

    private func typed(_ labels: Labels, _ answered: Answer?) -> HTML {
        let text: String = if case .typed(let text)? = answered { text } else { "" }
        return #"""
            <div class="field"><label for="\#(id("tekst"))">\#(labels["question.answer"])</label>
            <input id="\#(id("tekst"))" name="antwoord" type="text" value="\#(text)" autocomplete="off" autocapitalize="none" spellcheck="false" maxlength="200"></div>

            """#
    }

    private func match(_ pairs: [Question.Pair], _ labels: Labels, _ lang: HTML, _ answered: Answer?) -> HTML {
        let given: [Int]? = if case .matched(let places)? = answered { places } else { nil }
        return #"<ul class="pairs">"#
            + pairs.indices.reduce(into: HTML()) { html, place in
                html += #"""
                    <li><label for="\#(id(String(place)))"\#(lang)>\#(side(question.heading?.left))\#(pairs[place].left)\#(side(question.heading?.right))</label>
                    <select id="\#(id(String(place)))" name="past-\#(place)"><option value="">\#(labels["question.choose"])</option>\#(each: question.mixed, { other in
                        "<option value=\"\(other)\"\(lang)\(if: given?[place] == other, " selected")>\(pairs[other].right)</option>"
                    })</select></li>

                    """#
            } + "</ul>\n"
    }

    /// What a side of the pairs is: it belongs to the name of each choice, so that nobody has to remember it.
    private func side(_ heading: HTML?) -> HTML {
        heading.map { #" <span class="small">\#($0)</span> "# } ?? ""
    }
}
