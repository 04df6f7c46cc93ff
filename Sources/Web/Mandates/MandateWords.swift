import Courseware
import Foundation
import Mandates
import Storage

/// How things of mandates are said.
struct MandateWords {
    private let ink: Ink

    init(_ ink: Ink) { self.ink = ink }

    func state(_ state: Mandate.State) -> String {
        switch state {
        case .offered: ink.labels["mandate-state.offered"]
        case .active: ink.labels["mandate-state.active"]
        case .suspended: ink.labels["mandate-state.suspended"]
        case .ended(let ending): ink.labels["mandate-state.\(ending.rawValue)"]
        }
    }

    /// Why not, in one sentence.
    func refusal(_ refusal: MandateRefusal) -> String {
        switch refusal {
        case .notAgreed, .agreedAlready, .suspended, .notSuspended, .notYours, .outOfScope, .wrongCode, .minutesUnfit,
            .resultUnfit, .citizenNumber:
            ink.labels["mandate-refusal.\(refusal.reason)"]
        case .ended: ink.labels["mandate-refusal.ended"]
        }
    }

    /// The day, in the Netherlands: `24 november 2026`.
    func day(_ instant: Instant) -> String { format(instant, "d MMMM yyyy") }

    func moment(_ instant: Instant) -> String { format(instant, "d MMMM yyyy, HH:mm") }

    private func format(_ instant: Instant, _ pattern: String) -> String {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: ink.language.rawValue)
        formatter.timeZone = TimeZone(identifier: "Europe/Amsterdam")
        formatter.dateFormat = pattern
        return formatter.string(from: Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000))
    }
}
