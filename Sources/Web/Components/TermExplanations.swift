import Courseware
import Markup

/// What the marked words of a text open: the browser does it by itself.
struct TermExplanations {
    private let terms: [Term]
    private let ink: Ink

    init(_ terms: [Term], _ ink: Ink) {
        self.terms = terms
        self.ink = ink
    }

    var html: HTML { terms.reduce(into: HTML()) { $0 += explanation($1) } }

    private func explanation(_ term: Term) -> HTML {
        #"""
        <div class="term-explanation" popover id="term-\#(term.id.rawValue)">
        <div\#(ink.lang(term.language))><p><strong>\#(term.word)</strong></p>
        \#(term.explanation)</div><button type="button" class="quiet" popovertarget="term-\#(term.id.rawValue)" popovertargetaction="hide">\#(ink.labels["term.close"])</button>
        </div>

        """#
    }
}
