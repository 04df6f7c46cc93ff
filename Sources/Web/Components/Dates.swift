import Courseware
import Foundation
import Storage

extension Ink {
    /// The day, in the Netherlands: `24 november 2026`.
    func day(_ instant: Instant) -> String { instant.formatted("d MMMM yyyy", language) }

    func moment(_ instant: Instant) -> String { instant.formatted("d MMMM yyyy, HH:mm", language) }
}

extension Instant {
    /// `2026-11-24`, in the Netherlands.
    var isoDay: String { formatted("yyyy-MM-dd", "en-US") }

    fileprivate func formatted(_ pattern: String, _ language: Language) -> String {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: language.rawValue)
        formatter.timeZone = TimeZone(identifier: "Europe/Amsterdam")
        formatter.dateFormat = pattern
        return formatter.string(from: Date(timeIntervalSince1970: Double(milliseconds) / 1000))
    }
}
