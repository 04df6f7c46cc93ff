package import Courseware

/// Why something may not be done with a mandate.
package enum MandateRefusal: Refusal, Equatable {
    /// The coordinator has not confirmed yet.
    case notConfirmed
    case confirmedAlready
    /// The citizen has not agreed yet.
    case notAgreed
    case agreedAlready
    case suspended
    case notSuspended
    case ended(Mandate.Ending)
    /// Not the one whose deed this is.
    case notYours
    case outOfScope
    /// The three words do not belong to this citizen.
    case wrongCode
    /// The citizen did not declare to decide for themselves.
    case notDeclared
    /// Somebody else decides for the citizen, and must sign.
    case representativeNeeded
    /// The paper or the person was not seen.
    case notSeen
    /// The helper was away for a while, and must enter a one-time code again.
    case codeDue
    case wrongOneTimeCode
    /// Before the mandate was agreed, in the future, or no day.
    case dayUnfit
    case minutesUnfit
    case resultUnfit
    /// What nobody may have stands in the result.
    case secret(SecretLike)
    /// The act was answered already.
    case answeredAlready
    /// Too early to renew, or renewed already.
    case notRenewable
    case durationUnfit
    /// The helper's course, certificate or terms are not in order, or there are mandates enough.
    case helperUnfit

    package var reason: String {
        switch self {
        case .notConfirmed: "not-confirmed"
        case .confirmedAlready: "confirmed-already"
        case .notAgreed: "not-agreed"
        case .agreedAlready: "agreed-already"
        case .suspended: "suspended"
        case .notSuspended: "not-suspended"
        case .ended(let ending): "ended-\(ending.rawValue)"
        case .notYours: "not-yours"
        case .outOfScope: "out-of-scope"
        case .wrongCode: "wrong-code"
        case .notDeclared: "not-declared"
        case .representativeNeeded: "representative-needed"
        case .notSeen: "not-seen"
        case .codeDue: "code-due"
        case .wrongOneTimeCode: "wrong-one-time-code"
        case .dayUnfit: "day-unfit"
        case .minutesUnfit: "minutes-unfit"
        case .resultUnfit: "result-unfit"
        case .secret(let secret): "secret-\(secret.rawValue)"
        case .answeredAlready: "answered-already"
        case .notRenewable: "not-renewable"
        case .durationUnfit: "duration-unfit"
        case .helperUnfit: "helper-unfit"
        }
    }
}
