import Accounts
import Mandates
import Markup
import Storage

/// Naming a moment and a place to the other.
struct ProposalPage: Page {
    let ink: Ink
    let viewer: Account
    var form: SlotForm
    let now: Instant

    private var labels: Labels { ink.labels }
    private var pair: MatchedPair { form.choice.pair }
    var title: String { labels["appointment.propose-title", ["other": labels.name(pair.nameOfOther(than: viewer.id))]] }
    var hasErrors: Bool { form.refusal != nil }

    var main: HTML {
        #"""
        <div class="narrow">
        <p class="trail"><a href="\#(Path.appointments.text)">\#(labels["appointments.title"])</a></p>
        <h1>\#(title)</h1>
        \#(ErrorSummary(title: labels["form.summary"], problems: form.problems).html)<p>\#(ink.title(of: pair.service))</p>
        \#(closed ?? proposal)</div>
        """#
    }

    private var proposal: HTML {
        #"""
        <p>\#(labels["appointment.propose-help"])</p>
        <form method="post" action="\#(Path.proposal(pair.id).text)" novalidate>
        \#(ink.formID)\#(form.html)<button>\#(labels["appointment.propose"])</button>
        </form>

        """#
    }

    private var closed: HTML? {
        switch pair.state(at: now) {
        case .open: nil
        case .paused: "<p>\(labels["appointment-refusal.suspended"])</p>\n"
        case .ended: "<p>\(labels["appointment-refusal.ended"])</p>\n"
        }
    }
}

/// One appointment: when and where, how it stands, and what this viewer can do.
struct AppointmentPage: Page {
    let ink: Ink
    let viewer: Account
    let seen: SeenAppointment
    var form: SlotForm
    let now: Instant
    /// The form to move it came back.
    var isMoving = false

    private var labels: Labels { ink.labels }
    private var words: AppointmentWords { AppointmentWords(ink) }
    private var id: AppointmentID { seen.appointment.id }
    private var slot: AppointmentSlot { seen.appointment.slot }
    var title: String { words.moment(slot) }
    var hasErrors: Bool { form.refusal != nil }

    var main: HTML {
        #"""
        <div class="narrow">
        <p class="trail"><a href="\#(Path.appointments.text)">\#(labels["appointments.title"])</a></p>
        <h1>\#(title)</h1>
        \#(ErrorSummary(title: labels["form.summary"], problems: form.problems).html)<p class="mandate-state"><strong>\#(words.state(seen, for: viewer.id, at: now))</strong></p>
        <dl>
        <dt>\#(labels["appointment.who"])</dt><dd>\#(labels.name(seen.pair.nameOfOther(than: viewer.id)))</dd>
        <dt>\#(labels["appointment.what"])</dt><dd>\#(ink.title(of: seen.pair.service))</dd>
        <dt>\#(labels["appointment.where"])</dt><dd>\#(words.place(slot, seen))</dd>
        </dl>
        \#(choices)<p><a href="\#(Path.conversation(seen.pair.id).text)">\#(labels["messages.with", ["other": labels.name(seen.pair.nameOfOther(than: viewer.id))]])</a></p>
        <h2>\#(labels["mandate.history"])</h2>
        <ul>
        <li>\#(ink.moment(seen.appointment.proposedAt)): \#(words.proposal(seen))</li>
        \#(each: seen.appointment.events, { "<li>\(ink.moment($0.at)): \(words.event($0, seen))</li>\n" })</ul>
        </div>
        """#
    }

    private var choices: HTML {
        guard [.proposed, .accepted].contains(seen.state(at: now)) else { return "" }
        guard seen.pair.state(at: now) == .open else { return cancel }
        return (seen.appointment.waits(for: viewer.id, at: now, in: seen.pair) ? accept : "") + move + cancel
    }

    private var accept: HTML {
        #"""
        <form method="post" action="\#(Path.acceptance(id).text)">
        \#(ink.formID)<input type="hidden" name="stand" value="\#(seen.appointment.events.count)"><button>\#(labels["appointment.accept"])</button>
        </form>

        """#
    }

    private var move: HTML {
        #"""
        <details\#(if: isMoving, " open")><summary>\#(labels["appointment.move-title"])</summary>
        <p class="help">\#(labels["appointment.move-help"])</p>
        <form method="post" action="\#(Path.move(id).text)" novalidate>
        \#(ink.formID)\#(form.html)<button>\#(labels["appointment.move"])</button>
        </form></details>

        """#
    }

    private var cancel: HTML {
        #"""
        <form method="post" action="\#(Path.cancellation(id).text)">
        \#(ink.formID)<p class="help">\#(labels["appointment.cancel-help"])</p>
        <button class="quiet">\#(labels["appointment.cancel"])</button>
        </form>

        """#
    }
}
