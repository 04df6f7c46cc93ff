import Accounts
import Storage

@testable import Mandates

/// Fatma is helped by Bram; Karim coordinates; Carla is a coach there; Wim has nothing to do with it.
enum People: String, CaseIterable {
    case fatma
    case bram
    case karim
    case carla
    case wim

    var id: AccountID { party.account }
    var party: MandateParty { Self.parties[self] ?? MandateParty(Self.id(self), roles: []) }

    private static let parties = Dictionary(uniqueKeysWithValues: allCases.map { ($0, $0.made) })

    private static func id(_ person: People) -> AccountID {
        let number = UInt8(allCases.firstIndex(of: person) ?? 0)
        return AccountID(at: Instant(milliseconds: 1), Randomness { [UInt8](repeating: number, count: $0) })
    }

    private var made: MandateParty {
        let id = Self.id(self)
        return switch self {
        case .fatma: MandateParty(id, roles: [.learner])
        case .bram, .wim: MandateParty(id, roles: [.helper])
        case .karim: MandateParty(id, roles: [.coordinator])
        case .carla: MandateParty(id, roles: [.coach])
        }
    }
}

extension MandateEvent.Kind {
    /// One deed of this kind, as its own person does it.
    var example: (deed: MandateEvent.Deed, by: People) {
        switch self {
        case .confirmed: (.confirmed, .karim)
        case .consented: (.consented, .fatma)
        case .consentedOnPaper: (.consentedOnPaper(.citizen), .carla)
        case .refused: (.refused, .fatma)
        case .actWithdrawn: (.actWithdrawn("bekijken", .own), .fatma)
        case .revoked: (.revoked(.own), .fatma)
        case .returned: (.returned, .bram)
        case .suspended: (.suspended, .karim)
        case .objected: (.objected(TestMandate.recorded), .fatma)
        case .resumed: (.resumed, .karim)
        case .renewed: (.renewed, .fatma)
        case .died: (.died, .carla)
        case .incapable: (.incapable, .carla)
        }
    }
}
