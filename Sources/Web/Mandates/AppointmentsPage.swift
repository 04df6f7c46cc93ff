import Accounts
import Mandates
import Markup
import Storage

/// All appointments of one person: what waits for a yes, what comes, and what is over.
struct AppointmentsPage: Page {
    let ink: Ink
    let viewer: Account
    let appointments: [SeenAppointment]
    /// With whom somebody can make one.
    let pairs: [MatchedPair]
    /// Whether a helper has a secret address; nothing for who is no helper.
    let hasCalendar: Bool?
    let now: Instant

    private var labels: Labels { ink.labels }
    var title: String { labels["appointments.title"] }

    var main: HTML {
        #"""
        <div class="narrow">
        <p class="trail"><a href="\#(Path.inbox.text)">\#(labels["inbox.title"])</a></p>
        <h1>\#(title)</h1>
        \#(part("appointments.coming", coming))\#(if: coming.isEmpty, "<p>\(labels["appointments.nothing"])</p>\n")\#(each: pairs, button)\#(part("appointments.over", over.reversed()))\#(hasCalendar.map(calendar))</div>
        """#
    }

    private var coming: [SeenAppointment] { appointments.filter { isComing($0) } }
    private var over: [SeenAppointment] { appointments.filter { !isComing($0) } }

    private func isComing(_ seen: SeenAppointment) -> Bool { [.proposed, .accepted].contains(seen.state(at: now)) }

    private func part(_ label: String, _ appointments: [SeenAppointment]) -> HTML {
        if appointments.isEmpty { return "" }
        return #"""
            <h2>\#(labels[label])</h2>
            \#(each: appointments, { AppointmentCard(ink: ink, seen: $0, viewer: viewer.id, now: now).html })
            """#
    }

    private func button(_ pair: MatchedPair) -> HTML {
        let label = labels["appointments.propose", ["other": labels.name(pair.nameOfOther(than: viewer.id)), "service": ink.title(of: pair.service)]]
        return #"<p><a class="button quiet" href="\#(Path.proposal(pair.id).text)">\#(label)</a></p>"# + "\n"
    }

    private func calendar(_ hasAddress: Bool) -> HTML {
        #"""
        <h2>\#(labels["calendar.title"])</h2>
        <p>\#(labels["calendar.introduction"])</p>
        <p>\#(labels[hasAddress ? "calendar.there-is" : "calendar.there-is-none"])</p>
        <form method="post" action="\#(Path.calendarAddress.text)"><button class="quiet">\#(labels[hasAddress ? "calendar.renew" : "calendar.make"])</button></form>
        \#(if: hasAddress, #"<form method="post" action="\#(Path.calendarEnding.text)"><button class="quiet">\#(labels["calendar.end"])</button></form>"#)

        """#
    }
}

/// An appointment in a list.
struct AppointmentCard {
    let ink: Ink
    let seen: SeenAppointment
    let viewer: AccountID
    let now: Instant

    var html: HTML {
        let words = AppointmentWords(ink)
        let slot = seen.appointment.slot
        return #"""
            <section class="card"><h3><a href="\#(Path.appointment(seen.appointment.id).text)">\#(words.moment(slot))</a></h3>
            <p>\#(ink.labels["appointment.with", ["other": ink.labels.name(seen.pair.nameOfOther(than: viewer))]]) · \#(words.place(slot, seen)) · \#(ink.title(of: seen.pair.service))</p>
            <p><strong>\#(words.state(seen, for: viewer, at: now))</strong></p></section>

            """#
    }
}

/// The secret address, shown this once.
struct CalendarAddressPage: Page {
    let ink: Ink
    let address: String

    private var labels: Labels { ink.labels }
    var title: String { labels["calendar.title"] }

    var main: HTML {
        #"""
        <div class="narrow">
        <p class="trail"><a href="\#(Path.appointments.text)">\#(labels["appointments.title"])</a></p>
        <h1>\#(title)</h1>
        <p>\#(labels["calendar.once"])</p>
        <p class="key">\#(address)</p>
        \#(QRCode(address, label: labels["calendar.qr-code"]).html)
        <p>\#(labels["calendar.secret"])</p>
        <p><a class="button" href="\#(Path.appointments.text)">\#(labels["calendar.done"])</a></p>
        </div>
        """#
    }
}
