import Courseware
import Markup

/// A picture of a service, drawn, for who chooses by looking rather than by reading. The words always stand beside it,
/// so it says nothing to who cannot see it.
struct ServicePicture {
    private let service: ServiceID

    init(_ service: ServiceID) { self.service = service }

    var html: HTML {
        #"""
        <svg class="picture" viewBox="0 0 48 48" aria-hidden="true" focusable="false"><path d="\#(lines)"/></svg>
        """#
    }

    /// A service without a picture of its own has a balloon with a question in it.
    private var lines: String {
        Self.pictures[service.rawValue] ?? "M6 8h36v24H24l-8 8v-8H6z M20 16a4 4 0 1 1 5 4c-1 .5-1 1-1 2 M24 27v.5"
    }

    static let pictures: [String: String] = [
        // A calendar with a tick.
        "afspraak-gemeente": "M8 12h32v28H8z M8 20h32 M16 8v8 M32 8v8 M18 30l4 4 8-8",
        // Somebody old, with a stick.
        "aow-svb": "\(circle(18, 11, 5)) M18 17v14 M18 31l-6 11 M18 31l6 11 M18 21l11 5 M30 24a3 3 0 0 1 6 0v18",
        // A form with a percent sign.
        "belastingaangifte": "M12 6h18l8 8v28H12z M30 6v8h8 M19 36l11-14 \(circle(20, 24, 2)) \(circle(29, 34, 2))",
        // A letter on a screen.
        "berichtenbox-lezen": "M5 7h38v28H5z M18 42h12 M24 35v7 M14 15h20v13H14z M14 15l10 8 10-8",
        // A triangle with an exclamation mark.
        "boete-cjib": "M24 7l19 34H5z M24 20v11 M24 36v.5",
        // A letter under a magnifying glass.
        "brief-lezen": "M5 12h32v24H5z M5 12l16 13 16-13 \(circle(35, 33, 6)) M39.5 37.5L45 43",
        // A key, and one more.
        "digid-aanvragen": "\(circle(14, 28, 8)) M22 28h21 M36 28v7 M43 28v5 M36 8v10 M31 13h10",
        // A telephone with a tick.
        "digid-app": "M14 4h20v40H14z M21 39h6 M19 22l4 4 7-8",
        // A key with a question mark.
        "digid-kwijt": "\(circle(13, 33, 7)) M18 28l14-14 M27 19l5 5 M36 27a4 4 0 1 1 5 4c-1 .5-1 1.5-1 3 M40 39v.5",
        // The hat of who finished a school.
        "duo": "M4 18l20-9 20 9-20 9z M12 22v11c6 6 18 6 24 0V22 M44 18v12",
        // One hands something to the other.
        "iemand-machtigen": "\(circle(12, 12, 5)) \(circle(36, 12, 5)) M4 34c0-12 16-12 16 0 M28 34c0-12 16-12 16 0 M16 41h16 M27 36l5 5-5 5",
        // A card with somebody on it.
        "mijnoverheid-gegevens": "M5 10h38v28H5z \(circle(16, 20, 4)) M9 33c0-8 14-8 14 0 M28 18h10 M28 25h10 M28 32h6",
        // A candle.
        "na-overlijden": "M18 21h12v21H18z M24 21v-4 M24 4c5 6 5 10 0 12-5-2-5-6 0-12z M11 42h26",
        // A heart with a cross.
        "patientenportaal": "M24 42C7 30 3 21 8 13c4-6 13-5 16 2 3-7 12-8 16-2 5 8 1 17-16 29z M24 20v12 M18 26h12",
        // A car.
        "rijbewijs": "M10 34H5V24l7-11h21l8 11h2v10h-5 M18 34h12 M6 24h35 M23 13v11 \(circle(14, 34, 4)) \(circle(34, 34, 4))",
        // A coin.
        "toeslagen": "\(circle(24, 24, 18)) M31 17c-8-6-14-1-14 7s6 13 14 7 M13 21h12 M13 27h12",
        // A bag for work.
        "uwv": "M6 16h36v24H6z M17 16v-6h14v6 M6 27h36 M24 25v5",
        // A house, and the way to another.
        "verhuizing": "M4 22L19 8l15 14 M8 19v22h22V19 M15 41V29h8v12 M34 32h10 M40 28l4 4-4 4",
    ]

    private static func circle(_ x: Int, _ y: Int, _ radius: Int) -> String {
        "M\(x - radius) \(y)a\(radius) \(radius) 0 1 0 \(2 * radius) 0 \(radius) \(radius) 0 1 0-\(2 * radius) 0"
    }
}
