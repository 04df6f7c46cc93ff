import Mandates

/// What somebody can do to a mandate with no more than a button.
enum MandateButton: String, CaseIterable {
    case confirm
    case refuse
    case revoke
    case giveBack = "give-back"
    case suspend
    case resume

    func deed(_ channel: MandateEvent.Channel) -> MandateEvent.Deed {
        switch self {
        case .confirm: .confirmed
        case .refuse: .refused
        case .revoke: .revoked(channel)
        case .giveBack: .returned
        case .suspend: .suspended
        case .resume: .resumed
        }
    }
}
