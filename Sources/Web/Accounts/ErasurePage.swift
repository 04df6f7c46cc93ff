import Accounts
import Markup

/// Are you sure? What goes away, what stays, and the button.
struct ErasurePage: Page {
    enum Problem: String {
        case wrongCode = "wrong-code"
        case notSure = "not-sure"

        var field: String { self == .wrongCode ? "code" : "zeker" }
    }

    let ink: Ink
    let person: Account
    var problem: Problem?

    private var labels: Labels { ink.labels }
    private var isOwn: Bool { person.id == ink.account?.id }
    private var voice: String { isOwn ? "own" : "other" }
    var hasErrors: Bool { problem != nil }
    var title: String { labels["erasure.\(voice).title", ["name": person.name ?? ""]] }

    var main: HTML {
        #"""
        <div class="narrow">
        \#(summary)<h1>\#(title)</h1>
        <p>\#(labels["erasure.\(voice).what"])</p>
        <ul>\#(each: ["name", "learned", "asked", "written", "sessions"], { "<li>\(labels["erasure.goes.\($0)"])</li>" })</ul>
        <p>\#(labels["erasure.stays"])</p>
        <p><strong>\#(labels["erasure.for-good"])</strong></p>
        <form method="post" action="\#((isOwn ? Path.ownErasure : .erasure(of: person.id)).text)" novalidate>
        \#(isOwn ? code : sure)<button class="danger">\#(labels["erasure.\(voice).button"])</button>
        </form>
        <p><a href="\#(Path.home.text)">\#(labels["erasure.no"])</a></p>
        </div>
        """#
    }

    private var code: HTML {
        TextField(
            name: "code", label: labels["sign-in.code"], help: labels["mandate.code-help"], error: sentence
        ).html
    }

    private var sure: HTML {
        #"""
        <div class="choice"><input type="checkbox" id="zeker" name="zeker" value="ja"\#(if: problem != nil, #" aria-invalid="true" aria-describedby="zeker-error""#)>
        <label for="zeker">\#(labels["erasure.sure"])</label></div>
        \#(sentence.map { #"<p class="error" id="zeker-error">\#($0)</p>"# as HTML })
        """#
    }

    private var sentence: String? { problem.map { labels["erasure.\($0.rawValue)"] } }

    private var summary: HTML {
        ErrorSummary(
            title: labels["form.summary"], problems: problem.map { [($0.field, labels["erasure.\($0.rawValue)"])] } ?? []
        ).html
    }
}

/// It is done.
struct ErasedPage: Page {
    let labels: Labels
    var title: String { labels["erased.title"] }

    var main: HTML {
        #"""
        <div class="narrow">
        <h1>\#(title)</h1>
        <p>\#(labels["erased.sentence"])</p>
        <p><a class="button" href="\#(Path.home.text)">\#(labels["signed-out.home"])</a></p>
        </div>
        """#
    }
}
