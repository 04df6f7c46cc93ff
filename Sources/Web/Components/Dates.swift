import Courseware
import Foundation
import Storage

extension Ink {
    /// The day, in the Netherlands: `24 november 2026`.
    func day(_ instant: Instant) -> String { instant.formatted("d MMMM yyyy", language) }

    /// The same of a day as it is written in files, `2026-11-24`; nothing where it is none.
    func day(_ text: String) -> String? {
        guard text.wholeMatch(of: /\d{4}-\d{2}-\d{2}/) != nil,
            let date = try? Date("\(text)T12:00:00Z", strategy: .iso8601)
        else { return nil }
        return day(Instant(milliseconds: Int(date.timeIntervalSince1970) * 1000))
    }

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
