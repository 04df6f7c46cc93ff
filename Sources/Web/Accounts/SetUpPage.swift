import Accounts
import Markup

/// Choosing a password and adding an authenticator app, once.
struct SetUpPage: Page {
    enum Problem: String {
        case tooShort = "too-short"
        case tooLong = "too-long"
        case tooSimple = "too-simple"
        case holdsName = "holds-name"
        case repeatedDiffers = "repeated-differs"
        case wrongCode = "wrong-code"

        init(_ refusal: PasswordRefusal) {
            switch refusal {
            case .tooShort: self = .tooShort
            case .tooLong: self = .tooLong
            case .tooSimple: self = .tooSimple
            case .holdsName: self = .holdsName
            }
        }

        var field: String {
            switch self {
            case .tooShort, .tooLong, .tooSimple, .holdsName: "wachtwoord"
            case .repeatedDiffers: "herhaald"
            case .wrongCode: "eenmalige-code"
            }
        }
    }

    let ink: Ink
    let token: SetUpToken
    let account: Account
    let authenticator: Authenticator
    var problem: Problem?

    var hasErrors: Bool { problem != nil }
    var title: String { labels["set-up.title"] }
    private var labels: Labels { ink.labels }
    private var loginName: String { account.loginName?.rawValue ?? "" }

    var main: HTML {
        #"""
        <div class="narrow">
        <h1>\#(title)</h1>
        \#(summary)<p>\#(labels["set-up.introduction", ["name": account.name ?? ""]])</p>
        <form method="post" novalidate>
        <h2>1. \#(labels["set-up.name-title"])</h2>
        <div class="field"><label for="naam">\#(labels["set-up.name"])</label>
        <input id="naam" type="text" value="\#(loginName)" autocomplete="username" readonly></div>
        <h2>2. \#(labels["set-up.password-title"])</h2>
        \#(field("wachtwoord", .password, "new-password", help: true).html)\#(field("herhaald", .password, "new-password").html)
        <h2>3. \#(labels["set-up.app-title"])</h2>
        <p>\#(labels["set-up.app"])</p>
        \#(code)
        <p>\#(labels["set-up.key"]) <strong class="key">\#(authenticator.typedKey)</strong></p>
        \#(field("eenmalige-code", .digits, "one-time-code", help: true).html)
        <button class="button">\#(labels["set-up.button"])</button>
        </form>
        </div>
        """#
    }

    private var summary: HTML {
        guard let problem else { return "" }
        return ErrorSummary(
            title: labels["form.summary"], problems: [(problem.field, labels["set-up.\(problem.rawValue)"])]
        ).html
    }

    private var code: HTML {
        guard let name = account.loginName else { return "" }
        return QRCode(authenticator.address(issuer: "Meedoen", name: name), label: labels["set-up.qr-code"]).html
    }

    private func field(_ name: String, _ kind: TextField.Kind, _ autocomplete: String, help: Bool = false) -> TextField {
        TextField(
            name: name, label: labels["set-up.field.\(name)"], kind: kind,
            help: help ? labels["set-up.help.\(name)"] : nil,
            error: problem?.field == name ? problem.map { labels["set-up.\($0.rawValue)"] } : nil,
            autocomplete: autocomplete)
    }
}
