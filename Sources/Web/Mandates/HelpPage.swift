import Accounts
import Courseware
import Mandates
import Markup
import Storage

/// What somebody can help with, what was asked, and what was agreed.
struct HelpPage: Page {
    let ink: Ink
    let services: [Service]
    var waiting: [WaitingRequest] = []
    var mandates: [SeenMandate] = []
    /// How many messages wait.
    var messages = 0
    var now = Instant(milliseconds: 0)

    private var labels: Labels { ink.labels }
    var title: String { labels["mandates.help"] }

    var main: HTML {
        #"""
        <h1>\#(title)</h1>
        <p>\#(labels["mandates.introduction"])</p>
        \#(if: ink.account?.loginName != nil, InboxLinks(ink: ink, count: messages).html)\#(if: !mandates.isEmpty, agreements)\#(if: !waiting.isEmpty, requests)<h2>\#(labels["mandates.choose"])</h2>
        <ul class="cards">
        \#(each: services, card)</ul>
        \#(if: ink.account?.loginName != nil, #"<p><a href="\#(Path.ownLog.text)">\#(labels["own-log.title"])</a></p>"#)
        """#
    }

    private var agreements: HTML {
        #"""
        <h2>\#(labels["mandates.mine"])</h2>
        <ul class="cards">\#(each: mandates, { MandateCard(seen: $0, ink: ink, now: now).html })</ul>

        """#
    }

    private var requests: HTML {
        #"""
        <h2>\#(labels["mandates.asked"])</h2>
        <ul class="cards">\#(each: waiting, request)</ul>

        """#
    }

    private func request(_ waiting: WaitingRequest) -> HTML {
        #"""
        <li class="card">
        <h3>\#(ink.title(of: waiting.request.service))</h3>
        \#(waiting.proposal.map { Proposal(ink: ink, waiting: waiting, match: $0).html } ?? "<p>\(labels["mandates.waiting"])</p>")
        <form method="post" action="\#(Path.withdrawal(waiting.request.id).text)"><button class="quiet">\#(labels["mandates.withdraw"])</button></form>
        </li>

        """#
    }

    private func card(_ service: Service) -> HTML {
        let text = service.texts[ink.language]
        return #"""
            <li class="card"\#(ink.lang(service.texts))>
            <h3><a href="\#(Path.askForHelp(service.id).text)">\#(ServicePicture(service.id).html) \#(text.title)</a></h3>
            <p>\#(service.organisation)</p>
            </li>

            """#
    }
}

/// A helper wants to help: the citizen sees who it is, and says yes or no to the person.
struct Proposal {
    let ink: Ink
    let waiting: WaitingRequest
    let match: HelperMatchID

    var html: HTML {
        #"""
        <p>\#(ink.labels["proposal.sentence", ["helper": waiting.askedHelper ?? ""]])</p>
        <p class="help">\#(ink.labels["proposal.help"])</p>
        <form method="post" action="\#(Path.personAnswer(match).text)">
        <button name="antwoord" value="ja">\#(ink.labels["proposal.yes"])</button>
        <button class="quiet" name="antwoord" value="nee">\#(ink.labels["proposal.no"])</button>
        </form>

        """#
    }
}

extension Ink {
    /// The service's title, or its id where it is gone.
    func title(of service: ServiceID) -> String { library.service(service)?.texts[language].title ?? service.rawValue }

    /// What an act of the service is called.
    func label(of act: ActID, in service: ServiceID) -> String {
        library.service(service)?.texts[language].acts.first { $0.id == act }?.label ?? act.rawValue
    }
}

/// A mandate in a list: what, with whom, and how it stands.
struct MandateCard {
    let seen: SeenMandate
    let ink: Ink
    let now: Instant

    var html: HTML {
        #"""
        <li class="card">
        <h3><a href="\#(Path.mandate(seen.mandate.id).text)">\#(ink.title(of: seen.mandate.service))</a></h3>
        <p>\#(ink.labels["mandates.between", ["citizen": ink.labels.name(seen.citizenName), "helper": ink.labels.name(seen.helperName)]])</p>
        <p><strong>\#(MandateWords(ink).state(seen.mandate.state(at: now)))</strong></p>
        </li>

        """#
    }
}
