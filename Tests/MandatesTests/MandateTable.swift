import Courseware
import Storage

@testable import Mandates

/// What is expected of each deed in each state: `yes`, or the reason of the refusal. A pair that is missing here fails
/// the test. What ended answers every deed with how it ended.
enum MandateTable {
    static let text = """
        deed                unconfirmed        offered            active             suspended          ended
        confirmed           yes                confirmed-already  confirmed-already  confirmed-already  ended
        consented           not-confirmed      yes                agreed-already     agreed-already     ended
        consented-on-paper  not-confirmed      yes                agreed-already     agreed-already     ended
        refused             yes                yes                agreed-already     agreed-already     ended
        act-withdrawn       not-agreed         not-agreed         yes                yes                ended
        revoked             yes                yes                yes                yes                ended
        returned            yes                yes                yes                yes                ended
        suspended           not-agreed         not-agreed         yes                suspended          ended
        objected            not-agreed         not-agreed         yes                yes                ended
        resumed             not-agreed         not-agreed         not-suspended      yes                ended
        renewed             not-agreed         not-agreed         yes                suspended          ended
        died                yes                yes                yes                yes                ended
        incapable           yes                yes                yes                yes                ended
        recorded            not-confirmed      not-agreed         yes                suspended          ended
        renewal-offered     not-confirmed      not-agreed         yes                suspended          ended
        """

    /// By deed and state.
    static let expected: [String: [String: String]] = {
        let lines = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        return Dictionary(
            uniqueKeysWithValues: lines.dropFirst().map { line in
                (line[0], Dictionary(uniqueKeysWithValues: zip(lines[0].dropFirst(), line.dropFirst())))
            })
    }()

    /// Every state that the rules know, reached by what happened, and asked at that moment.
    static let states: [(name: String, mandate: Mandate, at: Instant)] = {
        let soon = TestMandate.start + .days(17)
        let open: [(String, Mandate)] = [
            ("unconfirmed", TestMandate.make(isHighRisk: true)), ("offered", TestMandate.make()),
            ("active", TestMandate.make([.consented])), ("suspended", TestMandate.make([.consented, .suspended])),
        ]
        return open.map { ($0.0, $0.1, soon) }
            + Mandate.Ending.allCases.map { ("ended-\($0.rawValue)", ended($0), $0 == .expired ? soon + .days(13) : soon) }
    }()

    private static func ended(_ ending: Mandate.Ending) -> Mandate {
        switch ending {
        case .refused: TestMandate.make([.refused])
        case .revoked: TestMandate.make([.consented, .revoked])
        case .returned: TestMandate.make([.consented, .returned])
        case .renewed: TestMandate.make([.consented, .renewed])
        case .died: TestMandate.make([.consented, .died])
        case .incapable: TestMandate.make([.consented, .incapable])
        case .expired: TestMandate.make([.consented])
        }
    }

    /// Every deed that the rules know, and its answer: nothing where it may be done.
    static func answers(_ mandate: Mandate, at instant: Instant) -> [String: MandateRefusal?] {
        var answers: [String: MandateRefusal?] = [:]
        for kind in MandateEvent.Kind.allCases {
            let (deed, person) = kind.example
            answers.updateValue(mandate.refusal(of: deed, by: person.party, at: instant), forKey: kind.rawValue)
        }
        answers.updateValue(mandate.refusal(of: TestMandate.act(at: instant)), forKey: "recorded")
        answers.updateValue(renewal(mandate, at: instant), forKey: "renewal-offered")
        return answers
    }

    private static func renewal(_ mandate: Mandate, at instant: Instant) -> MandateRefusal? {
        do {
            try mandate.checkRenewal(by: People.bram.id, at: instant)
            return nil
        } catch {
            return error
        }
    }
}

extension Mandate.State {
    var name: String {
        switch self {
        case .unconfirmed: "unconfirmed"
        case .offered: "offered"
        case .active: "active"
        case .suspended: "suspended"
        case .ended(let ending): "ended-\(ending.rawValue)"
        }
    }
}
