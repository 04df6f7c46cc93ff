import Audit
package import Storage

/// How often something that may not be guessed can be tried. The counts stand in the database, so that a restart or
/// a second process does not give new tries.
package struct TryLimit: Sendable {
    let name: String
    let tries: Int
    let window: Duration

    /// For one name. Somebody who mistypes has enough of them.
    package static let signInByName = TryLimit(name: "sign-in-name", tries: 10, window: .minutes(15))
    /// For one address: a library has many learners behind one.
    package static let signInByAddress = TryLimit(name: "sign-in-address", tries: 200, window: .minutes(15))
    package static let setUpByAddress = TryLimit(name: "set-up-address", tries: 30, window: .minutes(15))
    /// New accounts for one address, so that no program fills the database.
    package static let newAccountsByAddress = TryLimit(name: "new-account", tries: 600, window: .hours(1))
    package static let proofByAccount = TryLimit(name: "proof", tries: 10, window: .minutes(15))
    /// Codes of printed mandates, for one address: more than a desk needs, and nothing for who guesses.
    package static let checkByAddress = TryLimit(name: "check-address", tries: 60, window: .minutes(15))
    package static let consentByAccount = TryLimit(name: "consent", tries: 10, window: .minutes(15))
    /// Calendars ask by themselves, at most some times an hour each; many may stand behind one address.
    package static let calendarByAddress = TryLimit(name: "calendar", tries: 300, window: .minutes(15))

    /// Counts one try.
    package func count(
        _ subject: String, at instant: Instant, on connection: any Connection
    ) throws {
        let length = window.wholeMilliseconds
        let start = instant.milliseconds / length * length
        let key = SHA256.hex(of: "\(name):\(subject)")
        let row = try connection.row(
            """
            INSERT INTO try_count (subject, window_start, tries) VALUES (\(key), \(start), 1)
            ON CONFLICT (subject, window_start) DO UPDATE SET tries = try_count.tries + 1 RETURNING tries
            """)
        let count: Int = try row?["tries"] ?? 0
        if count == 1 { try connection.execute("DELETE FROM try_count WHERE window_start < \(start - 86_400_000)") }
        if count > tries { throw TooManyTries(wait: .milliseconds(start + length - instant.milliseconds)) }
    }
}

/// Somebody must wait before trying again.
package struct TooManyTries: Error, Equatable {
    package let wait: Duration
}
