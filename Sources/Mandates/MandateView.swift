import Courseware
package import Storage

/// All that stands on the page of a mandate.
package struct MandateView: Sendable {
    package let seen: SeenMandate
    /// The newest first.
    package let acts: [RecordedAct]
    /// A new one was offered in its place.
    package let isRenewed: Bool
    package let agreement: Agreement?
    /// On its paper, from the moment of the yes.
    package let code: CheckCode?
    /// Where the two of it write to each other; nothing for others.
    package let match: HelperMatchID?
    /// What the citizen arranged with the organisation itself; for the two of it only.
    package let official: [OfficialMandate]
}

/// There is no such mandate, or it is not for this person to see.
package struct MandateMissing: Error {}
