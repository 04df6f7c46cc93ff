import Accounts
import Markup

/// The card with name, three words and QR code. The words are shown this once.
struct LoginCardPage: Page {
    let ink: Ink
    let card: LoginCard
    let signInAddress: String
    /// Where to go on; a learner goes on to the courses, a coach back to the group.
    var next = Path.courses

    var title: String { labels["card.title"] }
    private var labels: Labels { ink.labels }

    var main: HTML {
        #"""
        <div class="narrow">
        <h1>\#(title)</h1>
        <p class="no-print">\#(labels["card.introduction"])</p>
        <section class="login-card" aria-label="\#(labels["card.label"])">
        <p class="login-card-site">Meedoen</p>
        <dl>
        <dt>\#(labels["sign-in.name"])</dt><dd>\#(card.loginName.rawValue)</dd>
        <dt>\#(labels["sign-in.code"])</dt><dd>\#(card.code.text)</dd>
        </dl>
        \#(QRCode(signInAddress, label: labels["card.qr-code"]).html)
        <p class="small">\#(labels["card.address"]) \#(signInAddress.prefix { $0 != "?" })</p>
        </section>
        <p class="no-print">\#(labels["card.once"])</p>
        <p class="no-print"><button class="button quiet" type="button" data-print hidden>\#(labels["card.print"])</button>
        <a class="button" href="\#(next.text)">\#(labels["card.next"])</a></p>
        </div>
        """#
    }
}
