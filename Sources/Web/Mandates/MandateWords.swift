import Courseware
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
}
