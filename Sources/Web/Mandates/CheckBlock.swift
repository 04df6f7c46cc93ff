import Hummingbird
import Mandates
import Markup

/// The code on the paper of a mandate, to scan or to type over, for who wants to know whether it still holds.
struct CheckBlock {
    let ink: Ink
    let code: CheckCode
    /// Where the site is found, on a paper that is far from any browser.
    let origin: String

    private var labels: Labels { ink.labels }

    var html: HTML {
        #"""
        <section class="check-code">
        <h2>\#(labels["check.paper-title"])</h2>
        <p>\#(labels["check.paper"]) <span class="key">\#(origin)\#(Path.check.text)</span></p>
        <p><strong class="key">\#(code.groups.joined(separator: " "))</strong></p>
        <p>\#(QRCode(origin + Path.check(code).text, label: labels["check.qr-code"]).html)</p>
        </section>

        """#
    }
}

extension Site {
    /// Nothing before the citizen agreed.
    func checkBlock(_ page: MandatePage, _ request: Request) -> CheckBlock? {
        page.view.code.map { CheckBlock(ink: page.ink, code: $0, origin: origin(request)) }
    }
}
