import Accounts
import Mandates
import Markup
import Storage

/// What a citizen and a helper wrote to each other, as one of them reads it.
struct ConversationPage: Page {
    let ink: Ink
    let viewer: Account
    let conversation: Conversation
    let now: Instant
    /// What came back with a form that was refused; it is kept nowhere else.
    var text = ""
    var refusal: MessageRefusal?

    private var labels: Labels { ink.labels }
    private var pair: MatchedPair { conversation.pair }
    private var other: String { labels.name(pair.nameOfOther(than: viewer.id)) }
    private var sentence: String? { refusal.map(MandateWords(ink).refusal) }
    var title: String { labels["messages.with", ["other": other]] }
    var hasErrors: Bool { refusal != nil }

    var main: HTML {
        #"""
        <div class="narrow">
        <p class="trail"><a href="\#(Path.inbox.text)">\#(labels["inbox.title"])</a></p>
        <h1>\#(title)</h1>
        \#(ErrorSummary(title: labels["form.summary"], problems: sentence.map { [("bericht", $0)] } ?? []).html)<p><strong>\#(ink.title(of: pair.service))</strong></p>
        <p class="help">\#(labels["messages.private", ["other": other]])</p>
        \#(if: conversation.messages.isEmpty, "<p>\(labels["messages.none"])</p>\n")\#(if: !conversation.messages.isEmpty, list)\#(write)\#(meet)\#(call)</div>
        """#
    }

    private var list: HTML {
        #"""
        <ol class="messages">
        \#(each: conversation.messages, item)</ol>

        """#
    }

    private func item(_ message: Message) -> HTML {
        let name = message.by == viewer.id ? labels["messages.you"] : pair.name(of: message.by)
        return #"""
            <li class="card\#(if: message.by == viewer.id, " mine")"><p class="small"><strong>\#(name)</strong> · \#(ink.moment(message.at))</p>
            <p class="typed" dir="auto">\#(message.text)</p></li>

            """#
    }

    private var write: HTML {
        switch pair.state(at: now) {
        case .ended: "<p>\(labels["messages.ended"])</p>\n"
        case .paused where viewer.id == pair.helper: "<p>\(labels["messages.paused"])</p>\n"
        case .paused: "<p>\(labels["messages.unanswered", ["other": other]])</p>\n" + form
        case .open: form
        }
    }

    private var form: HTML {
        #"""
        <form method="post" action="\#(Path.conversation(pair.id).text)" novalidate>
        \#(ink.formID)\#(TextField(name: "bericht", label: labels["messages.label", ["other": other]], kind: .multiline, help: labels["messages.help"], value: text, error: sentence).html)<button>\#(labels["messages.send"])</button>
        </form>

        """#
    }

    private var meet: HTML {
        guard pair.state(at: now) == .open else { return "" }
        return #"<p><a class="button quiet" href="\#(Path.proposal(pair.id).text)">\#(labels["messages.meet"])</a></p>"# + "\n"
    }

    private var call: HTML {
        if conversation.isCoordinatorCalled {
            return #"<p class="callout">\#(labels["coordinator-call.called"])</p>"# + "\n"
        }
        return #"""
            <details><summary>\#(labels["coordinator-call.title"])</summary>
            <p class="help">\#(labels["coordinator-call.help"])</p>
            <form method="post" action="\#(Path.coordinatorCall(pair.id).text)">
            \#(ink.formID)<button class="quiet">\#(labels["coordinator-call.button"])</button>
            </form></details>

            """#
    }
}
