import Courseware
import Mandates
import Markup
import Storage

/// What is printed of a mandate.
struct PrintButtons {
    let ink: Ink
    let back: Path

    var html: HTML {
        #"""
        <p class="no-print"><button class="button" type="button" data-print hidden>\#(ink.labels["handout.print"])</button>
        <a class="button quiet" href="\#(back.text)">\#(ink.labels["handout.back"])</a></p>

        """#
    }
}

/// The agreement on paper, to read at ease and to sign at the desk. The Dutch text is what is agreed; a translation
/// stands beside it for reading.
struct AgreementPaper: Page {
    let page: MandatePage
    /// Once the citizen agreed.
    let check: CheckBlock?

    private var ink: Ink { page.ink }
    private var labels: Labels { page.labels }
    var title: String { page.title }
    var kind: PageKind { .paper }

    var main: HTML {
        #"""
        <div class="handout narrow">
        \#(PrintButtons(ink: ink, back: .mandate(page.mandate.id)).html)<h1>\#(title)</h1>
        \#(MandateFacts(page: page).html)\#(wording)<p>\#(labels["paper.declare"])</p>
        <ul class="boxes"><li>\#(labels["paper.alone"])</li><li>\#(labels["paper.represented"])</li></ul>
        <p>\#(labels["paper.day"])</p><p class="line"></p>
        <p>\#(labels["paper.signature"])</p><p class="line"></p>
        <p>\#(labels["paper.witness"])</p><p class="line"></p>
        \#(check?.html)<p class="small">\#(labels["mandate.hash"]) <span class="key">\#(page.mandate.textHash)</span></p>
        </div>
        """#
    }

    private var wording: HTML {
        guard let text = page.text else { return "" }
        let source = text.texts.source
        let shown = text.texts.language(for: ink.language)
        return #"""
            <section\#(ink.lang(source))>\#(text.texts[source].body)</section>
            \#(if: shown != source, #"<section><h2>\#(labels["paper.translation"])</h2><div>\#(text.texts[shown].body)</div></section>"#)
            """#
    }
}

/// On paper, that a mandate has ended: for whoever still thinks that it runs.
struct EndingProof: Page {
    let page: MandatePage
    let ending: Mandate.Ending
    let endedAt: Instant
    let check: CheckBlock?

    private var ink: Ink { page.ink }
    private var labels: Labels { page.labels }
    var title: String { labels["proof.title"] }
    var kind: PageKind { .paper }

    var main: HTML {
        #"""
        <div class="handout narrow">
        \#(PrintButtons(ink: ink, back: .mandate(page.mandate.id)).html)<h1>\#(title)</h1>
        <p><strong>\#(labels["proof.sentence", ["moment": ink.moment(endedAt), "helper": labels.name(page.seen.helperName), "citizen": labels.name(page.seen.citizenName)]])</strong></p>
        <dl>
        <dt>\#(labels["proof.service"])</dt><dd>\#(ink.title(of: page.mandate.service))</dd>
        <dt>\#(labels["proof.how"])</dt><dd>\#(page.words.state(.ended(ending)))</dd>
        <dt>\#(labels["proof.agreed"])</dt><dd>\#(page.mandate.agreedAt.map { ink.moment($0) } ?? labels["proof.never"])</dd>
        <dt>\#(labels["proof.printed"])</dt><dd>\#(ink.moment(page.now))</dd>
        </dl>
        \#(check?.html)<p class="small">\#(labels["mandate.hash"]) <span class="key">\#(page.mandate.textHash)</span></p>
        </div>
        """#
    }
}
