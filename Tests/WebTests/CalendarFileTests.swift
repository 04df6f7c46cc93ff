import Courseware
import Foundation
import HTTPTypes
import HummingbirdCore
import NIOCore
import Storage
import Testing

@testable import Web

/// The calendar as RFC 5545 asks it, octet by octet.
@Suite struct CalendarFileTests {
    private static func event(_ summary: String = "Hulp", _ place: String = "Centrum") -> CalendarFile.Event {
        CalendarFile.Event(
            uid: "0193-abc", sequence: 2, changedAt: Instant(milliseconds: 1_796_000_000_999),
            start: Instant(milliseconds: 1_796_288_400_000), end: Instant(milliseconds: 1_796_292_000_000),
            summary: summary, place: place, status: .confirmed)
    }

    @Test func `it is written line by line, each with CR LF`() {
        let text = CalendarFile(name: "Helpen", events: [Self.event()]).text
        #expect(
            text.components(separatedBy: "\r\n") == [
                "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Meedoen//Afspraken//NL", "CALSCALE:GREGORIAN",
                "X-WR-CALNAME:Helpen", "NAME:Helpen", "REFRESH-INTERVAL;VALUE=DURATION:PT1H", "BEGIN:VEVENT",
                "UID:0193-abc", "DTSTAMP:20261130T005320Z", "SEQUENCE:2", "DTSTART:20261203T090000Z",
                "DTEND:20261203T100000Z", "SUMMARY:Hulp", "LOCATION:Centrum", "STATUS:CONFIRMED", "CLASS:PRIVATE",
                "END:VEVENT", "END:VCALENDAR", "",
            ])
        #expect(!text.replacing("\r\n", with: "").contains { $0 == "\r" || $0 == "\n" })
    }

    @Test(arguments: [
        ("Hulp; thuis, of \\ elders", "Hulp\\; thuis\\, of \\\\ elders"), ("een\ntwee\r\ndrie", "een\\ntwee\\ndrie"),
        ("bel\u{7}\u{7F}\rlen", "bellen"), ("12:30 \"ja\"", "12:30 \"ja\""),
    ]) func `what means something stands behind a backslash`(text: String, escaped: String) {
        #expect(CalendarFile.escaped(text) == escaped)
    }

    @Test func `a line goes on after 75 octets, and no character is cut in two`() {
        for character in ["a", "é", "€", "👩‍👩‍👧", "日"] {
            for length in [0, 10, 24, 25, 36, 37, 38, 66, 67, 74, 75, 76, 150, 400] {
                let line = "SUMMARY:" + String(repeating: character, count: length)
                let folded = CalendarFile.folded(line)
                let lines = folded.components(separatedBy: "\r\n")
                for (number, part) in lines.enumerated() {
                    #expect(part.utf8.count <= 75, "\(character) \(length)")
                    #expect(number == 0 || part.hasPrefix(" "))
                }
                #expect(folded.replacing("\r\n ", with: "") == line)
                #expect((lines.count == 1) == (line.utf8.count <= 75))
            }
        }
    }

    @Test func `the address answers a calendar that names nobody`() async throws {
        let house = try await TestSite()
        let response = try await house.ask(.get, house.filled("/agenda/:secret.ics"), as: .stranger)
        #expect(response.status == .ok)
        #expect(response.headers[.contentType] == "text/calendar; charset=utf-8")
        let text = try await response.wholeBody().map { String(buffer: $0) } ?? ""
        #expect(text.contains("STATUS:TENTATIVE"))
        #expect(text.contains("LOCATION:Aan de telefoon"))
        for name in ["Fatma", "fatma", "helper"] { #expect(!text.contains(name), "\(name)") }
        let id = try #require(house.parts["appointment"])
        #expect(text.contains("UID:\(id)\r\n"))
        _ = try await house.ask(.post, "/afspraken/\(id)/instemming", as: .helper)
        let later = try await house.ask(.get, house.filled("/agenda/:secret.ics"), as: .stranger).wholeBody()
        let accepted = later.map { String(buffer: $0) } ?? ""
        #expect(accepted.contains("STATUS:CONFIRMED") && accepted.contains("SEQUENCE:1") && accepted.contains("UID:\(id)\r\n"))
        _ = try await house.ask(.post, "/machtigingen/\(house.parts["mandate"] ?? "")/intrekking", as: .citizen)
        let last = try await house.ask(.get, house.filled("/agenda/:secret.ics"), as: .stranger).wholeBody()
        #expect(last.map { String(buffer: $0) }?.contains("STATUS:CANCELLED\r\n") == true)
        #expect(try await house.ask(.get, "/agenda/\(String(repeating: "0", count: 64)).ics", as: .stranger).status == .notFound)
    }
}
