package import Courseware
package import Storage

/// What a helper offers: acts of one service, for so long, in the newest words.
package struct MandateOffer: Sendable {
    private let acts: [ActID]
    private let duration: MandateDuration
    private let service: Service
    private let text: MandateText

    /// - Throws: where the service has no such acts, or allows it for less long.
    package init(
        _ acts: [ActID], for duration: MandateDuration, of service: Service, text: MandateText
    ) throws(HelpRequestRefusal) {
        let wanted = service.acts.filter(acts.contains)
        guard !wanted.isEmpty, wanted.count == Set(acts).count else { throw .actsUnfit }
        guard MandateDuration.choices(for: service).contains(duration) else { throw .durationUnfit }
        self.acts = wanted
        self.duration = duration
        self.service = service
        self.text = text
    }

    package func mandate(
        _ id: MandateID, citizen: AccountID, helper: AccountID, in organisation: OrganisationID, at instant: Instant,
        renews: MandateID? = nil
    ) -> (mandate: Mandate, agreement: Agreement) {
        let validUntil = instant + .days(duration.days)
        let agreement = Agreement(
            text, service: service, acts: acts, citizen: citizen, helper: helper, from: instant, until: validUntil)
        let mandate = Mandate(
            id: id, citizen: citizen, helper: helper, organisation: organisation, service: service.id, acts: acts,
            needsConfirmation: service.risk == .high, offeredAt: instant, validUntil: validUntil, textDate: text.date,
            textHash: agreement.hash, renews: renews)
        return (mandate, agreement)
    }
}
