import Accounts
import Mandates
import Markup
import Storage

/// When, how long and where, as a form: to propose, and to move.
struct SlotForm: Sendable {
    let ink: Ink
    let choice: MeetingChoice
    var day = ""
    var time = ""
    var minutes = String(AppointmentSlot.lengths[1])
    var place = ""
    var refusal: AppointmentRefusal?

    private var labels: Labels { ink.labels }
    private var words: AppointmentWords { AppointmentWords(ink) }

    var html: HTML {
        #"""
        \#(TextField(name: "datum", label: labels["slot.day"], kind: .day, value: day, error: isTimeWrong ? nil : problem(.timeUnfit, .timePast, .afterEnd)).html)\#(TextField(name: "tijd", label: labels["slot.time"], kind: .time, help: labels["slot.time-help"], value: time, error: isTimeWrong ? problem(.timeUnfit) : nil).html)\#(Choices(name: "duur", question: labels["slot.length"], kind: .one, options: lengths, error: problem(.minutesUnfit)).html)\#(Choices(name: "plaats", question: labels["slot.place"], kind: .one, options: places, error: problem(.placeUnfit)).html)
        """#
    }

    /// The field with what is wrong in it.
    var problems: [(field: String, sentence: String)] {
        guard let refusal else { return [] }
        let field =
            switch refusal {
            case .timeUnfit, .timePast, .afterEnd: isTimeWrong ? "tijd" : "datum"
            case .minutesUnfit: "duur"
            case .placeUnfit: "plaats"
            case .notYours, .ownProposal, .acceptedAlready, .cancelled, .changed, .begun, .ended, .suspended: "inhoud"
            }
        return [(field, words.refusal(refusal))]
    }

    /// The day is one, so it is the time that is none.
    private var isTimeWrong: Bool { refusal == .timeUnfit && Day(rawValue: day) != nil && ClockTime(rawValue: time) == nil }

    private func problem(_ refusals: AppointmentRefusal...) -> String? {
        refusal.flatMap { refusals.contains($0) ? words.refusal($0) : nil }
    }

    private var lengths: [Choices.Option] {
        AppointmentSlot.lengths.map {
            .init(value: String($0), label: labels["slot.minutes", ["count": String($0)]], isChosen: String($0) == minutes)
        }
    }

    private var places: [Choices.Option] {
        let chosen = place.isEmpty ? choice.places.first?.value : place
        return choice.places.map { .init(value: $0.value, label: label($0), isChosen: $0.value == chosen) }
    }

    private func label(_ place: AppointmentPlace) -> String {
        choice.locations.first { $0.id == place.location }?.name ?? words.place(place.kind)
    }
}

extension SlotForm {
    /// As an appointment stands now, to change.
    init(ink: Ink, choice: MeetingChoice, slot: AppointmentSlot) {
        self.init(
            ink: ink, choice: choice, day: slot.start.isoDay, time: slot.start.isoTime, minutes: String(slot.minutes),
            place: slot.place.value)
    }

    /// What was typed, for the form that comes back.
    mutating func fill(_ form: Form, _ refusal: AppointmentRefusal) {
        (day, time, minutes, place) = (form["datum"], form["tijd"], form["duur"], form["plaats"])
        self.refusal = refusal
    }
}

extension AppointmentSlot {
    /// - Throws: where there is no such moment, or no such place to choose.
    init(_ form: Form) throws(AppointmentRefusal) {
        guard let day = Day(rawValue: form["datum"]), let time = ClockTime(rawValue: form["tijd"]),
            let start = day.at(time)
        else { throw .timeUnfit }
        guard let minutes = Int(form["duur"]) else { throw .minutesUnfit }
        guard let place = AppointmentPlace(value: form["plaats"]) else { throw .placeUnfit }
        self.init(start: start, minutes: minutes, place: place)
    }
}

extension AppointmentPlace {
    /// As it stands in a form: `telefoon`, `thuis`, or the id of a building.
    fileprivate var value: String {
        switch self {
        case .location(let id): id.rawValue
        case .phone: "telefoon"
        case .home: "thuis"
        }
    }

    fileprivate init?(value: String) {
        switch value {
        case "telefoon": self = .phone
        case "thuis": self = .home
        default:
            guard let location = LocationID(rawValue: value) else { return nil }
            self = .location(location)
        }
    }
}
