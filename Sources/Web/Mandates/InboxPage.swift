import Accounts
import Courseware
import Mandates
import Markup
import Storage

/// What is new for somebody, and with whom they can write.
struct InboxPage: Page {
    let ink: Ink
    let viewer: Account
    let inbox: Inbox

    private var labels: Labels { ink.labels }
    var title: String { labels["inbox.title"] }

    var main: HTML {
        #"""
        <div class="narrow">
        \#(trail)<h1>\#(title)</h1>
        \#(if: inbox.messages.isEmpty, "<p>\(labels["inbox.empty"])</p>")
        \#(each: inbox.messages, { #"<section class="card">\#(message($0))</section>"# + "\n" })<p><a class="button quiet" href="\#(Path.appointments.text)">\#(labels["appointments.title"])</a></p>
        \#(if: !inbox.pairs.isEmpty, "<h2>\(labels["inbox.write"])</h2>\n")\#(each: inbox.pairs, pair)</div>
        """#
    }

    private var trail: HTML {
        let (path, label): (Path, String) = viewer.has(.helper) ? (.helperDesk, "helper.title") : (.help, "mandates.help")
        return #"<p class="trail"><a href="\#(path.text)">\#(labels[label])</a></p>"# + "\n"
    }

    private func pair(_ pair: MatchedPair) -> HTML {
        #"""
        <section class="card"><h3><a href="\#(Path.conversation(pair.id).text)">\#(labels["messages.with", ["other": labels.name(pair.nameOfOther(than: viewer.id))]])</a></h3>
        <p>\#(ink.title(of: pair.service))</p></section>

        """#
    }

    private func message(_ message: InboxMessage) -> HTML {
        switch message {
        case .act(let act, let seen): ActQuestion(ink: ink, act: act, seen: seen, heading: "h2").html
        case .proposal(let waiting, let match):
            heading(waiting.request.service) + Proposal(ink: ink, waiting: waiting, match: match).html
        case .offer(let seen): news("inbox.offer", seen)
        case .endsSoon(let seen): news("inbox.ends-soon", seen)
        case .endsVerySoon(let seen): news("inbox.ends-very-soon", seen)
        case .suspended(let seen): news("inbox.suspended", seen)
        case .unread(let count, let pair): unread(count, pair)
        case .appointment(let seen): news("inbox.appointment", seen)
        case .appointmentSoon(let seen): news("inbox.appointment-soon", seen)
        case .appointmentCancelled(let seen): news("inbox.appointment-cancelled", seen)
        }
    }

    private func heading(_ service: ServiceID) -> HTML { "<h2>\(ink.title(of: service))</h2>\n" }

    private func news(_ label: String, _ seen: SeenMandate) -> HTML {
        let values = ["helper": labels.name(seen.helperName), "day": ink.day(seen.mandate.validUntil)]
        return heading(seen.mandate.service) + #"""
            <p>\#(labels[label, values])</p>
            <p><a href="\#(Path.mandate(seen.mandate.id).text)">\#(labels["inbox.look"])</a></p>

            """#
    }

    private func news(_ label: String, _ seen: SeenAppointment) -> HTML {
        let (slot, words) = (seen.appointment.slot, AppointmentWords(ink))
        let values = [
            "other": labels.name(seen.pair.nameOfOther(than: viewer.id)), "moment": words.moment(slot), "place": words.place(slot, seen),
        ]
        return heading(seen.pair.service) + #"""
            <p>\#(labels[label, values])</p>
            <p><a class="button quiet" href="\#(Path.appointment(seen.appointment.id).text)">\#(labels["inbox.look-at-appointment"])</a></p>

            """#
    }

    private func unread(_ count: Int, _ pair: MatchedPair) -> HTML {
        let other = labels.name(pair.nameOfOther(than: viewer.id))
        let key = "inbox.unread.\(count == 1 ? "one" : "other")"
        return heading(pair.service) + #"""
            <p>\#(labels[key, ["other": other, "count": String(count)]])</p>
            <p><a class="button quiet" href="\#(Path.conversation(pair.id).text)">\#(labels["inbox.read", ["other": other]])</a></p>

            """#
    }
}

/// "Bram did this with you. Is that right?", with yes and no.
struct ActQuestion {
    let ink: Ink
    let act: RecordedAct
    let seen: SeenMandate
    let heading: HTML

    var html: HTML {
        let values = [
            "helper": ink.labels.name(seen.helperName), "day": act.doneOn.map { ink.day($0) } ?? "",
            "act": ink.label(of: act.kind, in: seen.mandate.service),
        ]
        return #"""
            <\#(heading)>\#(ink.title(of: seen.mandate.service))</\#(heading)>
            <p>\#(ink.labels["act.question", values])</p>
            <p>“\#(act.result)”</p>
            <p><strong>\#(ink.labels["act.is-right"])</strong></p>
            <form method="post" action="\#(Path.answer(act.id, seen.mandate.id).text)">
            \#(ink.formID)<button name="antwoord" value="ja">\#(ink.labels["act.yes"])</button>
            <button class="danger" name="antwoord" value="nee">\#(ink.labels["act.no"])</button>
            <p class="help">\#(ink.labels["act.no-help"])</p>
            </form>

            """#
    }
}

/// The way to the inbox with how much is new, and to the appointments.
struct InboxLinks {
    let ink: Ink
    let count: Int

    var html: HTML {
        #"""
        <p><a class="button quiet" href="\#(Path.inbox.text)">\#(ink.labels.count("inbox.waiting", count))</a>
        <a class="button quiet" href="\#(Path.appointments.text)">\#(ink.labels["appointments.title"])</a></p>

        """#
    }
}
