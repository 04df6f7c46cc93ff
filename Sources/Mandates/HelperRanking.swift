package import Accounts

/// Who could take up a request, the best first.
package struct HelperChoice: Sendable {
    package let request: WaitingRequest
    package let helpers: [RankedHelper]
}

/// A helper who could take up a request, with what speaks for them and what is not in order.
package struct RankedHelper: Sendable {
    package enum Reason: String, Sendable, CaseIterable {
        case service
        case language
        case place
        case time

        /// One of these outweighs all that stand behind it.
        fileprivate var weight: Int {
            switch self {
            case .service: 8
            case .language: 4
            case .place: 2
            case .time: 1
            }
        }
    }

    package let helper: Account
    package let profile: HelperProfile
    package let standing: HelperStanding
    package let reasons: [Reason]
    package let shortcomings: [HelperStanding.Shortcoming]

    package init(
        _ helper: Account, _ profile: HelperProfile, _ standing: HelperStanding, for request: HelpRequest, on today: Day
    ) {
        self.helper = helper
        self.profile = profile
        self.standing = standing
        shortcomings = standing.shortcomings(on: today)
        reasons = Reason.allCases.filter { profile.suits(request, $0) }
    }

    /// Who can be asked first; then who suits best, then who has the fewest running mandates.
    static func comesBefore(_ left: RankedHelper, _ right: RankedHelper) -> Bool {
        left.rank.lexicographicallyPrecedes(right.rank)
    }

    private var rank: [Int] {
        [shortcomings.isEmpty ? 0 : 1, -reasons.map(\.weight).reduce(0, +), standing.running]
    }
}

extension HelperProfile {
    fileprivate func suits(_ request: HelpRequest, _ reason: RankedHelper.Reason) -> Bool {
        let wish = request.wish
        return switch reason {
        case .service: services.contains(request.service)
        case .language: languages.contains(wish.language)
        case .place: wish.byPhone ? byPhone : wish.location.map(locations.contains) ?? !locations.isEmpty
        case .time: wish.times.isEmpty ? !times.isEmpty : !times.isDisjoint(with: wish.times)
        }
    }
}
