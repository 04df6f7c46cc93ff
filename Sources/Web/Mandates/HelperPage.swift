import Courseware
import Mandates
import Markup
import Storage

/// What is asked of a helper, what can be offered, and the mandates there are.
struct HelperPage: Page {
    let ink: Ink
    let asked: [HelperMatch]
    let agreed: [HelperMatch]
    let mandates: [SeenMandate]
    let shortcomings: [HelperStanding.Shortcoming]
    let now: Instant
    /// How many messages wait.
    var messages = 0
    var refusal: HelpRequestRefusal?
    /// The form that came back.
    var refused: HelperMatchID?

    private var labels: Labels { ink.labels }
    var title: String { labels["helper.title"] }
    var hasErrors: Bool { refusal != nil }

    var main: HTML {
        #"""
        <h1>\#(title)</h1>
        \#(summary)\#(InboxLinks(ink: ink, count: messages).html)\#(standing)<h2>\#(labels["helper.asked"])</h2>
        \#(if: asked.isEmpty, "<p>\(labels["helper.nothing-asked"])</p>")<ul class="cards">\#(each: asked, question)</ul>
        \#(if: !agreed.isEmpty, offers)<h2>\#(labels["helper.mandates"])</h2>
        <ul class="cards">\#(each: mandates, { MandateCard(seen: $0, ink: ink, now: now).html })</ul>
        """#
    }

    private var summary: HTML {
        guard let refusal else { return "" }
        let field = refused.map { "\($0.rawValue)-\(refusal == .durationUnfit ? "duur" : "handeling")" } ?? "in-orde"
        return ErrorSummary(
            title: labels["form.summary"], problems: [(field, MandateWords(ink).refusal(refusal))]).html
    }

    /// What must be in order, and where to do it.
    private var standing: HTML {
        #"""
        <div class="callout\#(if: !shortcomings.isEmpty, " callout-warning")" id="in-orde">
        \#(if: shortcomings.isEmpty, "<p>\(labels["standing.fine"])</p>")\#(if: !shortcomings.isEmpty, "<p class=\"callout-label\">\(labels["standing.missing"])</p>")<ul>\#(each: shortcomings, { "<li>\(shortcoming($0))</li>" })</ul>
        <p><a href="\#(Path.helperProfile.text)">\#(labels["helper.profile"])</a></p>
        </div>

        """#
    }

    private func shortcoming(_ shortcoming: HelperStanding.Shortcoming) -> HTML {
        let sentence = labels["standing.\(shortcoming.rawValue)"]
        return switch shortcoming {
        case .course: link(.course(HelperRequirements.course), sentence)
        case .terms: link(.helperTerms, sentence)
        case .certificate, .load: "\(sentence)"
        }
    }

    private func link(_ path: Path, _ text: String) -> HTML { #"<a href="\#(path.text)">\#(text)</a>"# }

    private func question(_ match: HelperMatch) -> HTML {
        #"""
        <li class="card">
        <h3>\#(ink.title(of: match.request.service))</h3>
        <p>\#(labels.name(match.citizenName))</p>
        \#(ink.lines(of: match.request.wish, at: match.locationName))<form method="post" action="\#(Path.matchAnswer(match.id).text)">
        <button name="antwoord" value="ja">\#(labels["helper.accept"])</button>
        <button class="quiet" name="antwoord" value="nee">\#(labels["helper.decline"])</button>
        </form>
        </li>

        """#
    }

    private var offers: HTML {
        #"""
        <h2>\#(labels["helper.agreed"])</h2>
        <ul class="cards">\#(each: agreed, offer)</ul>

        """#
    }

    private func offer(_ match: HelperMatch) -> HTML {
        guard let service = ink.library.service(match.request.service) else { return "" }
        let prefix = "\(match.id.rawValue)-"
        return #"""
            <li class="card">
            <h3>\#(ink.title(of: service.id))</h3>
            <p>\#(labels["offer.sentence", ["citizen": labels.name(match.citizenName)]])</p>
            <p><a href="\#(Path.conversation(match.id).text)">\#(labels["messages.with", ["other": labels.name(match.citizenName)]])</a></p>
            \#(if: service.risk == .high, HighRiskWarning(ink: ink).html)<form method="post" action="\#(Path.offer(match.id).text)">
            \#(Choices(name: "handeling", question: labels["offer.acts"], kind: .several, options: service.texts[ink.language].acts.map { .init(value: $0.id.rawValue, label: $0.label, isChosen: true) }, prefix: prefix).html)\#(DurationChoice(ink: ink, service: service, prefix: prefix).html)<button>\#(labels["offer.send"])</button>
            </form>
            </li>

            """#
    }
}

/// For how long: what the service allows, the shortest first.
struct DurationChoice {
    let ink: Ink
    let service: Service
    var prefix = ""

    var html: HTML {
        let choices = MandateDuration.choices(for: service)
        return Choices(
            name: "duur", question: ink.labels["offer.duration"], kind: .one,
            options: choices.map {
                .init(value: $0.rawValue, label: MandateWords(ink).duration($0), isChosen: $0 == choices.first)
            }, prefix: prefix
        ).html
    }
}
