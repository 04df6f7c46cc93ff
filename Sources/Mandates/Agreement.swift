import Audit
import Courseware
import Storage

/// The exact text that a citizen agrees to: the dated words, the scope in words, who, and until when. It is kept to
/// the letter, so that it can be read again when the service has changed.
package struct Agreement: Sendable, Equatable {
    package let text: String

    package init(text: String) { self.text = text }

    init(
        _ wording: MandateText, service: Service, acts: [ActID], citizen: AccountID, helper: AccountID,
        from offeredAt: Instant, until validUntil: Instant
    ) {
        let words = service.texts[service.texts.source]
        let scope = words.acts.filter { acts.contains($0.id) }.map { "- \($0.id.rawValue): \($0.label)" }
        text =
            ([wording.texts[wording.texts.source].source, "tekst: \(wording.date)", "dienst: \(service.id.rawValue): \(words.title)"]
            + scope + [
                "persoon: \(citizen.rawValue)", "helper: \(helper.rawValue)",
                "van: \(offeredAt.milliseconds)", "tot: \(validUntil.milliseconds)",
            ]).joined(separator: "\n")
    }

    /// SHA-256 of it, as 64 hexadecimal digits.
    package var hash: String { SHA256.hex(of: text) }
}
