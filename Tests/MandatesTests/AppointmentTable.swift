import Storage

@testable import Mandates

/// What is expected of each deed in each state of an appointment, by one of the two: `yes`, or the reason of the
/// refusal. A pair that is missing here fails the test.
enum AppointmentTable {
    static let text = """
        deed       own-proposal  other-proposal  accepted          cancelled  unanswered  past   stopped  paused-proposal  paused-accepted
        accepted   own-proposal  yes             accepted-already  cancelled  begun       begun  ended    suspended        suspended
        moved      yes           yes             yes               cancelled  begun       begun  ended    suspended        suspended
        cancelled  yes           yes             yes               cancelled  begun       begun  ended    yes              yes
        """

    /// By deed and state.
    static let expected: [String: [String: String]] = {
        let lines = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        return Dictionary(
            uniqueKeysWithValues: lines.dropFirst().map { line in
                (line[0], Dictionary(uniqueKeysWithValues: zip(lines[0].dropFirst(), line.dropFirst())))
            })
    }()

    struct Case {
        let name: String
        let appointment: Appointment
        let pair: MatchedPair
        let at: Instant
    }

    /// Every state that the rules know, as this person comes to it.
    static func states(for person: People) -> [Case] {
        let other = person == .fatma ? People.bram : .fatma
        let (soon, late) = (TestPair.start + .days(1), TestPair.start + .days(4))
        let open = TestPair.make()
        let paused = TestPair.make([TestMandate.make([.consented, .suspended])])
        let stopped = TestPair.make([TestMandate.make([.consented, .revoked])])
        let proposed = TestPair.appointment(by: other)
        let accepted = TestPair.appointment(by: other, TestPair.slot(), [(.accepted, person)])
        return [
            Case(name: "own-proposal", appointment: TestPair.appointment(by: person), pair: open, at: soon),
            Case(name: "other-proposal", appointment: proposed, pair: open, at: soon),
            Case(name: "accepted", appointment: accepted, pair: open, at: soon),
            Case(
                name: "cancelled", appointment: TestPair.appointment(by: other, TestPair.slot(), [(.cancelled, other)]),
                pair: open, at: soon),
            Case(name: "unanswered", appointment: proposed, pair: open, at: late),
            Case(name: "past", appointment: accepted, pair: open, at: late),
            Case(name: "stopped", appointment: accepted, pair: stopped, at: soon),
            Case(name: "paused-proposal", appointment: proposed, pair: paused, at: soon),
            Case(name: "paused-accepted", appointment: accepted, pair: paused, at: soon),
        ]
    }
}

extension AppointmentEvent.Kind {
    var example: AppointmentEvent.Deed {
        switch self {
        case .accepted: .accepted
        case .moved: .moved(TestPair.slot(TestPair.start + .days(5)))
        case .cancelled: .cancelled
        }
    }
}
