import Coaching
import Markup

/// A coach's groups, and the form for a new one.
struct GroupsPage: Page {
    let ink: Ink
    let groups: [Group]
    var name = ""
    var refusal: CoachingRefusal?

    private var labels: Labels { ink.labels }
    var title: String { labels["coaching.groups"] }
    var hasErrors: Bool { refusal != nil }

    var main: HTML {
        #"""
        <h1>\#(title)</h1>
        \#(summary)\#(if: groups.isEmpty, "<p>\(labels["coaching.no-groups"])</p>")<ul class="cards">
        \#(each: groups, { #"<li class="card"><h2><a href="\#(Path.group($0.id).text)">\#($0.name)</a></h2></li>"# })</ul>
        <h2>\#(labels["coaching.new-group"])</h2>
        <form method="post" action="\#(Path.groups.text)" novalidate>
        \#(ink.formID)\#(TextField(name: "naam", label: labels["coaching.group-name"], value: name, error: problem).html)
        <button>\#(labels["coaching.make-group"])</button>
        </form>
        """#
    }

    private var problem: String? {
        switch refusal {
        case .nameMissing: labels["coaching.name-missing"]
        case .nameTooLong: labels["coaching.name-too-long"]
        case .organisationMissing: labels["coaching.organisation-missing"]
        case nil: nil
        }
    }

    private var summary: HTML {
        ErrorSummary(title: labels["form.summary"], problems: problem.map { [("naam", $0)] } ?? []).html
    }
}
