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
        case .unconfirmed: ink.labels["mandate-state.unconfirmed"]
        case .offered: ink.labels["mandate-state.offered"]
        case .active: ink.labels["mandate-state.active"]
        case .suspended: ink.labels["mandate-state.suspended"]
        case .ended(let ending): ink.labels["mandate-state.\(ending.rawValue)"]
        }
    }

    /// Why not, in one sentence.
    func refusal(_ refusal: MandateRefusal) -> String {
        switch refusal {
        case .notConfirmed, .confirmedAlready, .notAgreed, .agreedAlready, .suspended, .notSuspended, .notYours,
            .outOfScope, .wrongCode, .notDeclared, .representativeNeeded, .notSeen, .codeDue, .wrongOneTimeCode, .dayUnfit,
            .minutesUnfit, .resultUnfit, .answeredAlready, .notRenewable, .durationUnfit, .helperUnfit:
            ink.labels["mandate-refusal.\(refusal.reason)"]
        case .secret(let secret): ink.labels["secret.\(secret.rawValue)"]
        case .ended: ink.labels["mandate-refusal.ended"]
        }
    }

    func refusal(_ refusal: MessageRefusal) -> String {
        switch refusal {
        case .notYours, .empty, .tooLong, .suspended, .ended: ink.labels["message-refusal.\(refusal.reason)"]
        case .secret(let secret):
            "\(ink.labels["secret.\(secret.rawValue)"]) \(ink.labels["message-refusal.secret"])"
        }
    }

    func refusal(_ refusal: HelpRequestRefusal) -> String {
        switch refusal {
        case .wishTooLong: ink.labels["mandates.wish-too-long"]
        case .secret(let secret): ink.labels["secret.\(secret.rawValue)"]
        case .organisationMissing: ink.labels["mandates.organisation-missing"]
        case .serviceMissing: ink.labels["mandates.service-missing"]
        case .helperUnfit: ink.labels["mandates.helper-unfit"]
        case .actsUnfit: ink.labels["mandates.acts-unfit"]
        case .durationUnfit: ink.labels["mandate-refusal.duration-unfit"]
        case .closed: ink.labels["mandates.closed"]
        }
    }

    /// What happened, with how the citizen's wish came in.
    func event(_ deed: MandateEvent.Deed, in service: ServiceID) -> String {
        let sentence = ink.labels["mandate-event.\(deed.kind.rawValue)"]
        return switch deed {
        case .actWithdrawn(let act, let channel):
            "\(sentence): \(ink.label(of: act, in: service))\(by(channel))"
        case .revoked(let channel): sentence + by(channel)
        case .consentedOnPaper(let signatory): "\(sentence) (\(ink.labels["signatory.\(signatory.rawValue)"]))"
        case .confirmed, .consented, .refused, .returned, .suspended, .objected, .resumed, .renewed, .died, .incapable:
            sentence
        }
    }

    private func by(_ channel: MandateEvent.Channel) -> String {
        channel == .own ? "" : " (\(ink.labels["channel.\(channel.rawValue)"]))"
    }

    func duration(_ duration: MandateDuration) -> String { ink.labels["duration.\(duration.rawValue)"] }
}

extension Ink {
    /// What a language is called in the language of the page.
    func spokenName(of spoken: Language) -> String {
        Locale(identifier: language.rawValue).localizedString(forLanguageCode: spoken.rawValue) ?? spoken.rawValue
    }

    /// `3 december 2026`
    func day(_ day: Day) -> String { self.day(day.noon) }
}
