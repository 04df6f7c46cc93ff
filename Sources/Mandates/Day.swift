import Courseware
import Foundation
package import Storage

/// A day of the calendar in the Netherlands: `2026-12-03`. The text sorts as the days do.
package struct Day: Hashable, Comparable, Sendable, SQLText {
    package let rawValue: String

    /// Nothing where the text is not a day that exists.
    package init?(rawValue: String) {
        guard WrittenDay.isDay(rawValue) else { return nil }
        self.rawValue = rawValue
    }

    /// The day on which the moment falls.
    package init(_ instant: Instant) {
        rawValue = Self.formatter.string(from: Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000))
    }

    /// A moment in the middle of it.
    package var noon: Instant {
        let start = Self.formatter.date(from: rawValue)?.timeIntervalSince1970 ?? 0
        return Instant(milliseconds: Int(start) * 1000) + .hours(12)
    }

    package static func < (left: Day, right: Day) -> Bool { left.rawValue < right.rawValue }

    /// The same day of the month, so many years later; the 29th of February counts as itself.
    func later(years: Int) -> String {
        let year = Int(rawValue.prefix(4)) ?? 0
        return String(year + years) + rawValue.dropFirst(4)
    }

    private static let formatter: DateFormatter = {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(identifier: "Europe/Amsterdam")
        formatter.dateFormat = "yyyy-MM-dd"
        return formatter
    }()
}
