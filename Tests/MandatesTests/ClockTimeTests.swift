import Foundation
import Storage
import Testing

@testable import Mandates

@Suite struct ClockTimeTests {
    private func moment(_ day: String, _ time: String) throws -> String? {
        let (day, time) = (try #require(Day(rawValue: day)), try #require(ClockTime(rawValue: time)))
        return day.at(time).map { Date(timeIntervalSince1970: Double($0.milliseconds) / 1000).ISO8601Format() }
    }

    @Test(arguments: [
        ("2026-12-03", "10:00", "2026-12-03T09:00:00Z"), ("2026-07-01", "10:00", "2026-07-01T08:00:00Z"),
        ("2026-01-01", "00:00", "2025-12-31T23:00:00Z"), ("2028-02-29", "23:59", "2028-02-29T22:59:00Z"),
        // Clocks go forward at two: the hour after it does not exist.
        ("2026-03-29", "01:59", "2026-03-29T00:59:00Z"), ("2026-03-29", "02:00", nil), ("2026-03-29", "02:59", nil),
        ("2026-03-29", "03:00", "2026-03-29T01:00:00Z"),
        // Clocks go back at three: the hour before it comes twice, and the first counts.
        ("2026-10-25", "01:59", "2026-10-24T23:59:00Z"), ("2026-10-25", "02:00", "2026-10-25T00:00:00Z"),
        ("2026-10-25", "02:30", "2026-10-25T00:30:00Z"), ("2026-10-25", "02:59", "2026-10-25T00:59:00Z"),
        ("2026-10-25", "03:00", "2026-10-25T02:00:00Z"),
    ] as [(String, String, String?)])
    func `a day and a time are a moment in the Netherlands`(day: String, time: String, expected: String?) throws {
        #expect(try moment(day, time) == expected)
    }

    @Test(arguments: ["", "24:00", "10", "10:60", "10:00:01", "-1:00", "1000", "10:0a", "10:00:00:00", "tien uur", "+9:00"])
    func `what is no time on the clock is none`(text: String) { #expect(ClockTime(rawValue: text) == nil) }

    @Test func `seconds that browsers add, and a missing zero, do not matter`() {
        #expect(ClockTime(rawValue: "9:30") == ClockTime(rawValue: "09:30:00"))
    }
}
