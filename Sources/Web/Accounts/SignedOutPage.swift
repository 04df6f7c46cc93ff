import Markup

/// Signed out: nothing of the visitor is left on this computer.
struct SignedOutPage: Page {
    let labels: Labels
    var title: String { labels["signed-out.title"] }

    var main: HTML {
        #"""
        <div class="narrow">
        <h1>\#(title)</h1>
        <p>\#(labels["signed-out.sentence"])</p>
        <p><a class="button" href="\#(Path.home.text)">\#(labels["signed-out.home"])</a>
        <a href="\#(Path.signIn.text)">\#(labels["signed-out.again"])</a></p>
        </div>
        """#
    }
}

/// Asked before a session on a shared computer ends by itself.
struct StillTherePage: Page {
    let labels: Labels
    let returnPath: Path
    var title: String { labels["idle.title"] }

    var main: HTML {
        #"""
        <div class="narrow">
        <h1>\#(title)</h1>
        <p>\#(labels["idle.question"])</p>
        <form method="post" action="\#(Path.stillThere.text)">
        <input type="hidden" name="terug" value="\#(returnPath.text)">
        <button class="button">\#(labels["idle.stay"])</button>
        </form>
        </div>
        """#
    }
}

/// Asked of a learner without a name: what was learned cannot be found again.
struct LeavePage: Page {
    let labels: Labels
    var title: String { labels["leave.title"] }

    var main: HTML {
        #"""
        <div class="narrow">
        <h1>\#(title)</h1>
        <p>\#(labels["leave.sentence"])</p>
        <p><a class="button" href="\#(Path.name.text)">\#(labels["leave.keep"])</a></p>
        <form method="post" action="\#(Path.signOut.text)">
        <input type="hidden" name="zeker" value="ja">
        <button class="quiet">\#(labels["leave.leave"])</button>
        </form>
        </div>
        """#
    }
}
