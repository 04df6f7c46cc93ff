package import Courseware

/// How long a mandate is offered for.
package enum MandateDuration: String, Sendable, CaseIterable {
    case day
    case month
    case halfYear = "half-year"
    case year

    package var days: Int {
        switch self {
        case .day: 1
        case .month: 30
        case .halfYear: 180
        case .year: 365
        }
    }

    /// What the service allows; a day always is.
    package static func choices(for service: Service) -> [MandateDuration] {
        allCases.filter { $0 == .day || $0.days <= service.maxDays }
    }
}
