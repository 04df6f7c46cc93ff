import Accounts
import Markup

/// Choosing the name under which progress is kept.
struct TakeNamePage: Page {
    let ink: Ink
    var name = ""
    var refusal: RegistrationRefusal?

    var hasErrors: Bool { refusal != nil }
    var title: String { labels["name.title"] }
    private var labels: Labels { ink.labels }

    var main: HTML {
        #"""
        <div class="narrow">
        <h1>\#(title)</h1>
        \#(summary)<p>\#(labels["name.introduction"])</p>
        <form method="post" action="\#(Path.name.text)" novalidate>
        \#(TextField(name: "naam", label: labels["name.field"], help: labels["name.help"], value: name, error: problem).html)
        <button class="button">\#(labels["name.button"])</button>
        </form>
        </div>
        """#
    }

    private var summary: HTML {
        guard let problem else { return "" }
        return ErrorSummary(title: labels["form.summary"], problems: [("naam", problem)]).html
    }

    private var problem: String? {
        switch refusal {
        case .nameMissing: labels["name.missing"]
        case .nameUnusable: labels["name.unusable"]
        case nil: nil
        }
    }
}
