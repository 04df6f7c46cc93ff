import Foundation
package import Storage

/// A time on the clock: `14:30`.
package struct ClockTime: Hashable, Sendable {
    package let hour: Int
    package let minute: Int

    /// Nothing where the text is not a time of a day; `9:30`, `9.30` and `09:30:00` are the same.
    package init?(rawValue: String) {
        let parts = rawValue.split(omittingEmptySubsequences: false) { ":.".contains($0) }
        guard (2...3).contains(parts.count), parts.allSatisfy({ (1...2).contains($0.utf8.count) }),
            let hour = Int(parts[0]), let minute = Int(parts[1]), (0...23).contains(hour), (0...59).contains(minute),
            parts[0].allSatisfy(\.isNumber), parts.count == 2 || parts[2] == "00"
        else { return nil }
        self.hour = hour
        self.minute = minute
    }
}

extension Day {
    /// The moment at which clocks in the Netherlands show that time on this day. In the night in which they go forward an
    /// hour does not exist, and there is no such moment; of the hour that comes twice it is the first.
    package func at(_ time: ClockTime) -> Instant? {
        guard let zone = TimeZone(identifier: "Europe/Amsterdam") else { return nil }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        let parts = rawValue.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return nil }
        let wanted = DateComponents(year: parts[0], month: parts[1], day: parts[2], hour: time.hour, minute: time.minute)
        guard let date = calendar.date(from: wanted) else { return nil }
        let shown = calendar.dateComponents([.year, .month, .day, .hour, .minute], from: date)
        guard shown.day == parts[2], shown.hour == time.hour, shown.minute == time.minute else { return nil }
        // Foundation does not promise which of the two it takes.
        let earlier = date - 3600
        let isTwice = calendar.dateComponents([.hour, .minute], from: earlier) == calendar.dateComponents([.hour, .minute], from: date)
        return Instant(milliseconds: Int((isTwice ? earlier : date).timeIntervalSince1970) * 1000)
    }
}
