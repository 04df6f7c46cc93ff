import Accounts
import Mandates
import Markup
import Storage

/// What a coordinator must look at, who waits for help, and what runs.
struct CoordinationPage: Page {
    static let longestList = 50

    let ink: Ink
    let waiting: [WaitingRequest]
    /// A high risk to confirm, or something that a citizen said no to.
    let attention: [SeenMandate]
    /// The newest first, at most `longestList`.
    let mandates: [SeenMandate]
    /// Who asks for the coordinator, the oldest first.
    let calls: [WaitingCall]
    let now: Instant

    private var labels: Labels { ink.labels }
    var title: String { labels["coordination.title"] }

    var main: HTML {
        #"""
        <h1>\#(title)</h1>
        <p><a href="\#(Path.helpers.text)">\#(labels["coordination.helpers"])</a></p>
        \#(if: !attention.isEmpty || !calls.isEmpty, alarm)<h2>\#(labels["coordination.waiting"])</h2>
        \#(if: waiting.isEmpty, "<p>\(labels["coordination.nothing"])</p>")<ul class="cards">\#(each: waiting, card)</ul>
        <h2>\#(labels["coordination.mandates"])</h2>
        <ul class="cards">\#(each: mandates, { MandateCard(seen: $0, ink: ink, now: now).html })</ul>
        \#(older)
        """#
    }

    private var alarm: HTML {
        #"""
        <section class="callout callout-warning"><h2>\#(labels["coordination.attention"])</h2>
        <ul class="cards">\#(each: calls, { CallCard(ink: ink, waiting: $0).html })\#(each: attention, { MandateCard(seen: $0, ink: ink, now: now).html })</ul></section>

        """#
    }

    private var older: HTML {
        guard mandates.count == Self.longestList, let last = mandates.last else { return "" }
        return #"<p><a class="button quiet" href="\#(Path.mandates(before: last.mandate.offeredAt).text)">\#(labels["coordination.older"])</a></p>"#
    }

    private func card(_ waiting: WaitingRequest) -> HTML {
        #"""
        <li class="card">
        <h3>\#(ink.title(of: waiting.request.service))</h3>
        <p>\#(labels.name(waiting.citizenName))</p>
        \#(ink.lines(of: waiting.request.wish, at: waiting.locationName))\#(asked(waiting) ?? choice(waiting))</li>

        """#
    }

    private func asked(_ waiting: WaitingRequest) -> HTML? {
        let label = waiting.proposal == nil ? "coordination.asked" : "coordination.proposed"
        return waiting.askedHelper.map { "<p>\(labels[label, ["helper": $0]])</p>\n" }
    }

    private func choice(_ waiting: WaitingRequest) -> HTML {
        #"<p><a class="button" href="\#(Path.helperChoice(waiting.request.id).text)">\#(labels["coordination.choose"])</a></p>"# + "\n"
    }
}

/// Who can help with one request, the best first, with what speaks for each.
struct HelperChoicePage: Page {
    let ink: Ink
    let choice: HelperChoice
    var refusal: HelpRequestRefusal?

    private var labels: Labels { ink.labels }
    var title: String { labels["coordination.helper"] }
    var hasErrors: Bool { refusal != nil }

    var main: HTML {
        #"""
        <p class="trail"><a href="\#(Path.coordination.text)">\#(labels["coordination.title"])</a></p>
        <h1>\#(title)</h1>
        \#(ErrorSummary(title: labels["form.summary"], problems: refusal.map { [("inhoud", MandateWords(ink).refusal($0))] } ?? []).html)<p><strong>\#(labels.name(choice.request.citizenName))</strong>: \#(ink.title(of: choice.request.request.service))</p>
        \#(ink.lines(of: choice.request.request.wish, at: choice.request.locationName))\#(if: choice.helpers.isEmpty, "<p>\(labels["coordination.no-helpers"])</p>")<ol class="cards">
        \#(each: choice.helpers, card)</ol>
        """#
    }

    private func card(_ ranked: RankedHelper) -> HTML {
        #"""
        <li class="card">
        <h2>\#(ranked.helper.name ?? "")</h2>
        <ul>\#(each: ranked.reasons, { "<li>\(labels["reason.\($0.rawValue)"])</li>" })<li>\#(load(ranked.standing))</li></ul>
        \#(if: ranked.shortcomings.isEmpty, ask(ranked))\#(if: !ranked.shortcomings.isEmpty, missing(ranked))</li>

        """#
    }

    private func load(_ standing: HelperStanding) -> String {
        labels["standing.running", ["count": String(standing.running), "limit": String(standing.limit)]]
    }

    private func ask(_ ranked: RankedHelper) -> HTML {
        #"""
        <form method="post" action="\#(Path.matching(choice.request.request.id).text)">
        \#(ink.formID)<input type="hidden" name="helper" value="\#(ranked.helper.id.rawValue)">
        <button>\#(labels["coordination.ask", ["helper": ranked.helper.name ?? ""]])</button>
        </form>

        """#
    }

    private func missing(_ ranked: RankedHelper) -> HTML {
        #"""
        <p>\#(labels["standing.not-ready"])</p>
        <ul>\#(each: ranked.shortcomings, { "<li>\(labels["standing-of.\($0.rawValue)"])</li>" })</ul>

        """#
    }
}
