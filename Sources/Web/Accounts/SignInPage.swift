import Markup

/// Signing in: a learner with name and three words, staff with name, password and one-time code.
struct SignInPage: Page {
    let kind: SignInKind
    let ink: Ink
    var name: String
    var returnPath: Path?
    var isOwnComputer = false
    var problem: SignInProblem?

    var hasErrors: Bool { problem != nil }
    var title: String { labels["\(key).title"] }
    private var labels: Labels { ink.labels }
    private var key: String { kind == .staff ? "sign-in.staff" : "sign-in.learner" }

    var main: HTML {
        #"""
        <div class="narrow">
        <h1>\#(title)</h1>
        \#(summary)<p>\#(labels["\(key).introduction"])</p>
        <form method="post" action="\#((kind == .staff ? Path.staffSignIn : .signIn).text)" novalidate>
        \#(returnPath.map { #"<input type="hidden" name="terug" value="\#($0.text)">"# as HTML })
        \#(nameField.html)\#(secretField.html)\#(if: kind == .staff, oneTimeCodeField.html)\#(if: kind == .learner, ownComputer)
        <button class="button">\#(labels["sign-in.button"])</button>
        </form>
        \#(elsewhere)</div>
        """#
    }

    private var summary: HTML {
        guard let problem else { return "" }
        return ErrorSummary(
            title: labels["form.summary"], problems: [(field(of: problem), sentence(problem))]
        ).html
    }

    private func field(of problem: SignInProblem) -> String {
        switch problem {
        case .nameMissing, .wrong: "naam"
        case .secretMissing: kind == .staff ? "wachtwoord" : "code"
        case .oneTimeCodeMissing: "eenmalige-code"
        }
    }

    private func sentence(_ problem: SignInProblem) -> String { labels["\(key).\(problem.rawValue)"] }

    private func error(_ candidates: SignInProblem...) -> String? {
        problem.flatMap { candidates.contains($0) ? sentence($0) : nil }
    }

    private var nameField: TextField {
        TextField(
            name: "naam", label: labels["sign-in.name"], value: name, error: error(.nameMissing, .wrong),
            autocomplete: "username")
    }

    private var secretField: TextField {
        if kind == .staff {
            return TextField(
                name: "wachtwoord", label: labels["sign-in.password"], kind: .password, error: error(.secretMissing),
                autocomplete: "current-password")
        }
        return TextField(
            name: "code", label: labels["sign-in.code"], help: labels["sign-in.code-help"],
            error: error(.secretMissing))
    }

    private var oneTimeCodeField: TextField {
        TextField(
            name: "eenmalige-code", label: labels["sign-in.one-time-code"], kind: .digits,
            help: labels["sign-in.one-time-code-help"], error: error(.oneTimeCodeMissing),
            autocomplete: "one-time-code")
    }

    private var ownComputer: HTML {
        #"""
        <div class="choice">
        <input type="checkbox" id="eigen" name="eigen" value="ja"\#(if: isOwnComputer, " checked") aria-describedby="eigen-help">
        <label for="eigen">\#(labels["sign-in.own-computer"])</label>
        <p class="help" id="eigen-help">\#(labels["sign-in.own-computer-help"])</p>
        </div>

        """#
    }

    private var elsewhere: HTML {
        let door: Path = kind == .staff ? .signIn : .staffSignIn
        let other = returnPath.map(door.returning) ?? door
        return #"""
            <p>\#(labels["\(key).lost"])</p>
            <p><a href="\#(other.text)">\#(labels["\(key).other"])</a></p>

            """#
    }
}
