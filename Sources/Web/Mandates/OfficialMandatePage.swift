import Accounts
import Courseware
import Mandates
import Markup
import Storage

/// An organisation with mandates of its own: first the lesson, then the real site, then a note of what was arranged.
struct OfficialMandatePage: Page {
    let ink: Ink
    let service: Service
    let address: String
    let noted: [OfficialMandate]
    let today: Day
    /// What came back with a form that was refused.
    var day = ""
    var isArranged = false
    var refusal: OfficialMandateRefusal?

    private var labels: Labels { ink.labels }
    private var values: [String: String] { ["organisation": service.organisation] }
    var title: String { labels["official.title", values] }
    var hasErrors: Bool { refusal != nil }

    var main: HTML {
        #"""
        <div class="narrow">
        <p class="trail"><a href="\#(Path.askForHelp(service.id).text)">\#(ink.title(of: service.id))</a></p>
        <h1>\#(title)</h1>
        \#(ErrorSummary(title: labels["form.summary"], problems: problems).html)<p>\#(labels["official.introduction"])</p>
        <h2>\#(labels["official.lesson"])</h2>
        <ul>\#(each: lessons, { #"<li><a href="\#(Path.lesson($0.course, $0.id).text)"\#(ink.lang($0.texts))>\#($0.texts[ink.language].title)</a></li>"# })</ul>
        <h2>\#(labels["official.site"])</h2>
        <p>\#(labels["official.site-help"])</p>
        <p><a class="external" rel="noreferrer" href="\#(address)">\#(address)<span class="visually-hidden"> \#(labels["link.external"])</span></a></p>
        <h2>\#(labels["official.note"])</h2>
        <p>\#(labels["official.note-help"])</p>
        <form method="post" action="\#(Path.officialMandate(service.id).text)" novalidate>
        \#(ink.formID)\#(Tick(name: "geregeld", label: labels["official.arranged"], isTicked: isArranged, error: problem(.notArranged)).html)\#(TextField(name: "datum", label: labels["official.until"], kind: .day, help: labels["official.until-help"], value: day, error: problem(.dayUnfit)).html)<button>\#(labels["official.keep"])</button>
        </form>
        \#(if: !noted.isEmpty, list)</div>
        """#
    }

    private var lessons: [Lesson] { service.lessons.compactMap { ink.library.lesson($0.lesson, of: $0.course) } }

    private var list: HTML {
        #"""
        <h2>\#(labels["official.noted"])</h2>
        \#(each: noted, { mandate in
            #"<section class="card">\#(OfficialNote(ink: ink, service: service, mandate: mandate, today: today).html)<form method="post" action="\#(Path.withdrawal(mandate.id).text)"><button class="quiet">\#(labels["official.remove"])</button></form></section>"# + "\n"
        })
        """#
    }

    private var problems: [(field: String, sentence: String)] {
        switch refusal {
        case .notArranged: [("geregeld", labels["official.not-arranged"])]
        case .dayUnfit: [("datum", labels["official.day-unfit"])]
        case nil: []
        }
    }

    private func problem(_ other: OfficialMandateRefusal) -> String? { refusal == other ? problems.first?.sentence : nil }
}

/// What the citizen says to have arranged, in one sentence.
struct OfficialNote {
    let ink: Ink
    let service: Service
    let mandate: OfficialMandate
    let today: Day

    var html: HTML {
        let key = mandate.holds(on: today) ? "official.holds" : "official.held"
        let values = [
            "service": ink.title(of: mandate.service), "organisation": service.organisation, "day": ink.day(mandate.until),
        ]
        return "<p>\(ink.labels[key, values])</p>\n"
    }
}
