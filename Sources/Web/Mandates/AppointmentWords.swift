import Accounts
import Mandates
import Storage

/// How appointments are said.
struct AppointmentWords {
    private let ink: Ink
    private var labels: Labels { ink.labels }

    init(_ ink: Ink) { self.ink = ink }

    /// `donderdag 3 december 2026, 10:00 tot 11:00`
    func moment(_ slot: AppointmentSlot) -> String {
        labels[
            "appointment.moment",
            ["day": ink.weekday(slot.start), "start": ink.time(slot.start), "end": ink.time(slot.end)]]
    }

    func place(_ slot: AppointmentSlot, _ seen: SeenAppointment) -> String {
        seen.location(of: slot) ?? place(slot.place.kind)
    }

    func place(_ kind: AppointmentPlace.Kind) -> String { labels["appointment-place.\(kind.rawValue)"] }

    /// How it stands, for the one who looks.
    func state(_ seen: SeenAppointment, for viewer: AccountID, at now: Instant) -> String {
        let state = seen.state(at: now)
        let isPaused = seen.pair.state(at: now) == .paused
        if isPaused, state == .accepted || state == .proposed { return labels["appointment.paused"] }
        if state == .proposed, seen.appointment.namedBy == viewer {
            return labels["appointment.waiting", ["other": labels.name(seen.pair.nameOfOther(than: viewer))]]
        }
        return labels["appointment-state.\(state.rawValue)"]
    }

    func refusal(_ refusal: AppointmentRefusal) -> String { labels["appointment-refusal.\(refusal.rawValue)"] }

    func event(_ event: AppointmentEvent, _ seen: SeenAppointment) -> String {
        let name = seen.pair.name(of: event.by)
        if case .moved(let slot) = event.deed { return named("moved", name, slot, seen) }
        return labels["appointment-event.\(event.deed.kind.rawValue)", ["name": name]]
    }

    func proposal(_ seen: SeenAppointment) -> String {
        named("proposed", seen.pair.name(of: seen.appointment.proposedBy), seen.appointment.firstSlot, seen)
    }

    private func named(_ kind: String, _ name: String, _ slot: AppointmentSlot, _ seen: SeenAppointment) -> String {
        labels["appointment-event.\(kind)", ["name": name, "moment": moment(slot), "place": place(slot, seen)]]
    }
}
