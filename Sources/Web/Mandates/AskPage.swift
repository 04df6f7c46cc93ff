import Accounts
import Courseware
import Mandates
import Markup
import Storage

/// Asking for help with one service, and with others at once.
struct AskPage: Page {
    let ink: Ink
    let service: Service
    /// To choose from; empty for who belongs to one.
    let organisations: [Organisation]
    var wish: WishForm

    private var labels: Labels { ink.labels }
    private var text: Service.Text { service.texts[ink.language] }
    var title: String { text.title }
    var hasErrors: Bool { wish.refusal != nil }

    var main: HTML {
        #"""
        <div class="narrow">
        <p class="trail"><a href="\#(Path.help.text)">\#(labels["mandates.help"])</a></p>
        \#(ErrorSummary(title: labels["form.summary"], problems: wish.problems).html)\#(ServicePicture(service.id).html)<div class="prose"\#(ink.lang(service.texts))><h1>\#(title)</h1>
        \#(text.explanation)</div>
        \#(if: service.risk == .high, HighRiskWarning(ink: ink).html)<h2>\#(labels["mandates.acts"])</h2>
        <ul\#(ink.lang(service.texts))>\#(each: text.acts, { "<li>\($0.label)</li>" })</ul>
        \#(if: service.officialMandate != nil, official)\#(lessons)<h2>\#(labels["mandates.ask"])</h2>
        <form method="post" action="\#(Path.askForHelp(service.id).text)" novalidate>
        \#(ink.formID)\#(if: !organisations.isEmpty, choice)\#(wish.html)
        <button>\#(labels["mandates.send"])</button>
        </form>
        </div>
        """#
    }

    private var choice: HTML {
        #"""
        <div class="field"><label for="organisatie">\#(labels["mandates.organisation"])</label>
        <select id="organisatie" name="organisatie">\#(each: organisations, { #"<option value="\#($0.id.rawValue)">\#($0.name)</option>"# })</select></div>

        """#
    }

    private var official: HTML {
        #"""
        <p>\#(labels["mandates.official"])</p>
        <p><a class="button quiet" href="\#(Path.officialMandate(service.id).text)">\#(labels["official.title", ["organisation": service.organisation]])</a></p>

        """#
    }

    private var lessons: HTML {
        let known = service.lessons.compactMap { ink.library.lesson($0.lesson, of: $0.course) }
        guard !known.isEmpty else { return "" }
        return #"""
            <p>\#(labels["mandates.lessons"])</p>
            <ul>\#(each: known, { #"<li><a href="\#(Path.lesson($0.course, $0.id).text)"\#(ink.lang($0.texts))>\#($0.texts[ink.language].title)</a></li>"# })</ul>

            """#
    }
}

/// The plain warning before something about money.
struct HighRiskWarning {
    let ink: Ink

    var html: HTML {
        #"""
        <div class="callout callout-warning"><p class="callout-label">\#(ink.labels["callout.warning"])</p><p>\#(ink.labels["mandates.high-risk"])</p></div>

        """#
    }
}
