/// Why an appointment cannot be made or changed.
package enum AppointmentRefusal: String, Refusal, CaseIterable {
    /// Not one of the two.
    case notYours = "not-yours"
    /// Nobody says yes to what they named themselves.
    case ownProposal = "own-proposal"
    case acceptedAlready = "accepted-already"
    case cancelled
    /// The other named something else since the page was drawn.
    case changed
    /// The moment has come.
    case begun
    /// The help has ended.
    case ended
    /// The mandate stands still.
    case suspended
    /// No day or no time that exists in the Netherlands.
    case timeUnfit = "time-unfit"
    case timePast = "time-past"
    /// The help ends before that.
    case afterEnd = "after-end"
    case minutesUnfit = "minutes-unfit"
    /// Not a building of the organisation, or it allows no visits at home.
    case placeUnfit = "place-unfit"

    package var reason: String { rawValue }
}
