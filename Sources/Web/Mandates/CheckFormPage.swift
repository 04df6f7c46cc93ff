import Mandates
import Markup

/// Does the code on this paper hold? Anybody may ask.
struct CheckFormPage: Page {
    let ink: Ink
    /// What came back.
    var typed = ""
    var mistake: CheckCodeMistake?

    private var labels: Labels { ink.labels }
    var title: String { labels["check.title"] }
    var hasErrors: Bool { mistake != nil }

    var main: HTML {
        #"""
        <div class="narrow">
        <h1>\#(title)</h1>
        \#(ErrorSummary(title: labels["form.summary"], problems: problem.map { [("code", $0)] } ?? []).html)<p>\#(labels["check.introduction"])</p>
        <form method="post" action="\#(Path.check.text)" novalidate>
        \#(TextField(name: "code", label: labels["check.code"], help: labels["check.code-help"], value: typed, error: problem).html)
        <button>\#(labels["check.button"])</button>
        </form>
        </div>
        """#
    }

    private var problem: String? {
        mistake.map { mistake in
            switch mistake {
            case .missing: labels["check.missing"]
            case .length(let count): labels["check.length", ["count": String(count)]]
            case .wrong: labels["check.wrong"]
            }
        }
    }
}
