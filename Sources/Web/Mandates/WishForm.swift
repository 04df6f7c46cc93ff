import Accounts
import Courseware
import Foundation
import Mandates
import Markup
import Storage

/// How somebody would like to be helped, as a form: for the citizen alone, and for two at the desk.
struct WishForm: Sendable {
    let ink: Ink
    var services: [Service] = []
    /// The one that the page is about; the others stand behind a fold.
    var asked: ServiceID?
    var chosen: Set<ServiceID> = []
    var locations: [Location] = []
    var wish = HelpWish()
    var refusal: HelpRequestRefusal?

    private var labels: Labels { ink.labels }

    var html: HTML {
        #"""
        \#(servicesField)\#(TextField(name: "wens", label: labels["mandates.wish"], kind: .multiline, help: labels["mandates.wish-help"], value: wish.words, error: wishProblem, isRequired: false).html)\#(languageField)\#(placeField)\#(timesField)
        """#
    }

    /// The fields with what is wrong in them.
    var problems: [(field: String, sentence: String)] {
        guard let refusal else { return [] }
        let field =
            switch refusal {
            case .organisationMissing: "organisatie"
            case .serviceMissing: "dienst"
            case .wishTooLong, .secret, .helperUnfit, .actsUnfit, .durationUnfit, .closed: "wens"
            }
        return [(field, MandateWords(ink).refusal(refusal))]
    }

    private var wishProblem: String? {
        problems.first { $0.field == "wens" }?.sentence
    }

    private var servicesField: HTML {
        guard let asked else { return choices(services, question: labels["mandates.services"]) }
        let others = services.filter { $0.id != asked }
        return #"""
            <input type="hidden" name="dienst" value="\#(asked.rawValue)">
            <details\#(if: chosen.count > 1, " open")><summary>\#(labels["mandates.more"])</summary>\#(choices(others, question: labels["mandates.also"]))</details>

            """#
    }

    private func choices(_ services: [Service], question: String) -> HTML {
        Choices(
            name: "dienst", question: question, kind: .several,
            options: services.map {
                .init(value: $0.id.rawValue, label: ink.title(of: $0.id), isChosen: chosen.contains($0.id))
            }, error: problems.first { $0.field == "dienst" }?.sentence
        ).html
    }

    private var languageField: HTML {
        #"""
        <div class="field"><label for="spreektaal">\#(labels["mandates.language"])</label>
        <select id="spreektaal" name="spreektaal">\#(each: SpokenLanguages.all, { #"<option value="\#($0.rawValue)"\#(if: $0 == wish.language, " selected")>\#(ink.spokenName(of: $0))</option>"# })</select></div>

        """#
    }

    private var placeField: HTML {
        let places = locations.map {
            Choices.Option(value: $0.id.rawValue, label: $0.name, isChosen: $0.id == wish.location)
        }
        return Choices(
            name: "plaats", question: labels["mandates.place"], kind: .one,
            options: [.init(value: "overal", label: labels["mandates.anywhere"], isChosen: !wish.byPhone && wish.location == nil)]
                + places + [.init(value: "telefoon", label: labels["mandates.by-phone"], isChosen: wish.byPhone)]
        ).html
    }

    private var timesField: HTML {
        Choices(
            name: "tijd", question: labels["mandates.times"], kind: .several,
            options: FreeTime.allCases.map {
                .init(value: $0.rawValue, label: labels["free-time.\($0.rawValue)"], isChosen: wish.times.contains($0))
            }
        ).html
    }
}

extension HelpWish {
    init(_ form: Form) {
        self.init(words: form["wens"])
        language = SpokenLanguages.all.first { $0.rawValue == form["spreektaal"] } ?? .dutch
        location = LocationID(rawValue: form["plaats"])
        byPhone = form["plaats"] == "telefoon"
        times = Set(form.all("tijd").compactMap(FreeTime.init(rawValue:)))
    }
}

extension Ink {
    /// A wish in a few lines, for who may help.
    func lines(of wish: HelpWish, at location: String?) -> HTML {
        let times = FreeTime.allCases.filter(wish.times.contains).map { labels["free-time.\($0.rawValue)"] }
        let place = wish.byPhone ? labels["mandates.by-phone"] : location ?? labels["mandates.anywhere"]
        let facts = [spokenName(of: wish.language), place] + times
        return #"""
            \#(if: !wish.words.isEmpty, "<p>“\(wish.words)”</p>\n")<p class="small">\#(facts.joined(separator: " · "))</p>

            """#
    }
}
