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

    /// The day with its name: `donderdag 3 december 2026`.
    func weekday(_ instant: Instant) -> String { instant.formatted("EEEE d MMMM yyyy", language) }

    func time(_ instant: Instant) -> String { instant.formatted("HH:mm", language) }
}

extension Instant {
    /// `2026-11-24`, in the Netherlands.
    var isoDay: String { formatted("yyyy-MM-dd", "en-US") }

    /// `14:30`, in the Netherlands.
    var isoTime: String { formatted("HH:mm", "en-US") }

    /// From midnight to midnight in the Netherlands, which is 23 or 25 hours twice a year; nothing where the text is not
    /// a day such as `2026-11-24`.
    static func range(ofDay text: String) -> Range<Instant>? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard text.utf8.count == 10, parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
            let zone = TimeZone(identifier: "Europe/Amsterdam")
        else { return nil }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        let components = DateComponents(year: year, month: month, day: day)
        guard components.isValidDate(in: calendar), let start = calendar.date(from: components),
            let end = calendar.date(byAdding: .day, value: 1, to: start)
        else { return nil }
        return Instant(start)..<Instant(end)
    }

    private init(_ date: Date) { self.init(milliseconds: Int(date.timeIntervalSince1970 * 1000)) }

    fileprivate func formatted(_ pattern: String, _ language: Language) -> String {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: language.rawValue)
        formatter.timeZone = TimeZone(identifier: "Europe/Amsterdam")
        formatter.dateFormat = pattern
        return formatter.string(from: Date(timeIntervalSince1970: Double(milliseconds) / 1000))
    }
}
