import Courseware
import Mandates
import Markup
import Storage

/// On paper, that a mandate holds: for whoever is asked to work with a helper.
struct RunningProof: Page {
    let page: MandatePage
    let check: CheckBlock

    private var ink: Ink { page.ink }
    private var labels: Labels { page.labels }
    private var mandate: Mandate { page.mandate }
    var title: String { labels["proof.running-title"] }
    var kind: PageKind { .paper }

    var main: HTML {
        #"""
        <div class="handout narrow">
        \#(PrintButtons(ink: ink, back: .mandate(mandate.id)).html)<h1>\#(title)</h1>
        <p><strong>\#(page.words.state(page.state))</strong></p>
        <dl>
        <dt>\#(labels["check.service"])</dt><dd>\#(ink.title(of: mandate.service))</dd>
        <dt>\#(labels["proof.agreed"])</dt><dd>\#(mandate.agreedAt.map { ink.moment($0) } ?? labels["proof.never"])</dd>
        <dt>\#(labels["proof.printed"])</dt><dd>\#(ink.moment(page.now))</dd>
        </dl>
        \#(MandateFacts(page: page).html)<p>\#(labels["check.no-access"])</p>
        \#(check.html)\#(if: page.state == .active, statement)<p class="small">\#(labels["mandate.hash"]) <span class="key">\#(mandate.textHash)</span></p>
        </div>
        """#
    }

    private var statement: HTML {
        #"""
        <div class="no-print"><p><a class="button quiet" href="\#(Path.statement(mandate.id).text)" download>\#(labels["check.statement"])</a></p>
        <p class="help">\#(labels["check.statement-help"])</p></div>

        """#
    }
}
