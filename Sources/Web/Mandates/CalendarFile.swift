import Foundation
import Storage

/// A calendar as RFC 5545 writes it. Moments are in UTC, so that it needs no table of time zones: the calendar that
/// reads it shows them in the time of its own.
struct CalendarFile: Sendable {
    struct Event: Sendable {
        enum Status: String, Sendable {
            case tentative = "TENTATIVE"
            case confirmed = "CONFIRMED"
            case cancelled = "CANCELLED"
        }

        /// Stays the same as long as it is the same appointment.
        let uid: String
        let sequence: Int
        let changedAt: Instant
        let start: Instant
        let end: Instant
        let summary: String
        let place: String
        let status: Status
    }

    let name: String
    let events: [Event]

    /// Lines that end with CR LF, of at most 75 octets (3.1).
    var text: String {
        let lines =
            [
                "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Meedoen//Afspraken//NL", "CALSCALE:GREGORIAN",
                "X-WR-CALNAME:\(Self.escaped(name))", "NAME:\(Self.escaped(name))", "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
            ] + events.flatMap(Self.lines) + ["END:VCALENDAR"]
        return lines.map { Self.folded($0) + "\r\n" }.joined()
    }

    private static func lines(_ event: Event) -> [String] {
        [
            "BEGIN:VEVENT", "UID:\(event.uid)", "DTSTAMP:\(utc(event.changedAt))", "SEQUENCE:\(event.sequence)",
            "DTSTART:\(utc(event.start))", "DTEND:\(utc(event.end))", "SUMMARY:\(escaped(event.summary))",
            "LOCATION:\(escaped(event.place))", "STATUS:\(event.status.rawValue)", "CLASS:PRIVATE", "END:VEVENT",
        ]
    }

    /// `20261203T093000Z`
    static func utc(_ instant: Instant) -> String {
        let date = Date(timeIntervalSince1970: Double(instant.milliseconds / 1000))
        return date.ISO8601Format().filter { $0 != "-" && $0 != ":" }
    }

    /// A text value (3.3.11): a backslash before what means something, `\n` for the end of a line, no control characters.
    static func escaped(_ text: String) -> String {
        text.replacing("\r\n", with: "\n").unicodeScalars.reduce(into: "") { escaped, scalar in
            switch scalar {
            case "\\", ";", ",": escaped += "\\\(scalar)"
            case "\n": escaped += "\\n"
            default: if scalar.value >= 0x20, scalar.value != 0x7F { escaped.unicodeScalars.append(scalar) }
            }
        }
    }

    /// No line is longer than 75 octets without its end; what is goes on in the next, after a space, and no character is
    /// cut in two.
    static func folded(_ line: String) -> String {
        var (folded, octets) = ("", 0)
        for part in line.flatMap(parts) {
            let width = part.utf8.count
            if octets + width > 75 {
                folded += "\r\n "
                octets = 1
            }
            folded += part
            octets += width
        }
        return folded
    }

    /// A character as it is read stays whole, unless it would fill a line by itself.
    private static func parts(_ character: Character) -> [String] {
        character.utf8.count < 75 ? [String(character)] : character.unicodeScalars.map { String($0) }
    }
}
