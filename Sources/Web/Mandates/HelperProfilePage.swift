import Accounts
import Courseware
import Mandates
import Markup
import Storage

/// With what, in which languages, where and when somebody helps.
struct HelperProfilePage: Page {
    let ink: Ink
    let services: [Service]
    let locations: [Location]
    let profile: HelperProfile

    private var labels: Labels { ink.labels }
    var title: String { labels["helper.profile"] }

    var main: HTML {
        #"""
        <div class="narrow">
        <p class="trail"><a href="\#(Path.helperDesk.text)">\#(labels["helper.title"])</a></p>
        <h1>\#(title)</h1>
        <form method="post" action="\#(Path.helperProfile.text)">
        \#(Choices(name: "dienst", question: labels["profile.services"], kind: .several, options: services.map { .init(value: $0.id.rawValue, label: ink.title(of: $0.id), isChosen: profile.services.contains($0.id)) }).html)\#(Choices(name: "taal", question: labels["profile.languages"], kind: .several, options: SpokenLanguages.all.map { .init(value: $0.rawValue, label: ink.spokenName(of: $0), isChosen: profile.languages.contains($0)) }).html)\#(Choices(name: "plaats", question: labels["profile.places"], kind: .several, options: places).html)\#(Choices(name: "tijd", question: labels["profile.times"], kind: .several, options: FreeTime.allCases.map { .init(value: $0.rawValue, label: labels["free-time.\($0.rawValue)"], isChosen: profile.times.contains($0)) }).html)<button>\#(labels["profile.save"])</button>
        </form>
        </div>
        """#
    }

    private var places: [Choices.Option] {
        locations.map { .init(value: $0.id.rawValue, label: $0.name, isChosen: profile.locations.contains($0.id)) }
            + [.init(value: "telefoon", label: labels["mandates.by-phone"], isChosen: profile.byPhone)]
    }
}

/// The terms that a helper accepts, in the words of today.
struct HelperTermsPage: Page {
    let ink: Ink
    let text: PageText
    let language: Language
    let version: String

    private var labels: Labels { ink.labels }
    var title: String { text.title }

    var main: HTML {
        #"""
        <div class="narrow">
        <p class="trail"><a href="\#(Path.helperDesk.text)">\#(labels["helper.title"])</a></p>
        <div class="prose" lang="\#(language.rawValue)"><h1>\#(title)</h1>
        \#(text.body)</div>
        <form method="post" action="\#(Path.helperTerms.text)">
        <input type="hidden" name="versie" value="\#(version)">
        <button>\#(labels["helper.accept-terms"])</button>
        </form>
        </div>
        """#
    }
}
