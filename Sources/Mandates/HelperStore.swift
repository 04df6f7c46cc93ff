import Accounts
import Courseware
import Learning
package import Storage

/// What helpers offer and whether they have everything in order, in the database.
package struct HelperStore: Sendable {
    package init() {}

    func save(
        _ profile: HelperProfile, of helper: AccountID, at instant: Instant, on connection: any Connection
    ) throws(StorageError) {
        try connection.execute(
            """
            INSERT INTO helper_profile (account_id, services, languages, locations, by_phone, times, changed_at)
            VALUES (
                \(helper), \(profile.services.words), \(profile.languages.words), \(profile.locations.words),
                \(profile.byPhone), \(profile.times.text), \(instant))
            ON CONFLICT (account_id) DO UPDATE SET
                services = excluded.services, languages = excluded.languages, locations = excluded.locations,
                by_phone = excluded.by_phone, times = excluded.times, changed_at = excluded.changed_at
            """)
    }

    package func profile(of helper: AccountID, on connection: any Connection) throws(StorageError) -> HelperProfile {
        guard let row = try connection.row("SELECT * FROM helper_profile WHERE account_id = \(helper)") else {
            return HelperProfile()
        }
        return try HelperProfile(row)
    }

    func keepCertificate(
        of helper: AccountID, issuedOn day: Day, seenBy coordinator: AccountID, at instant: Instant,
        on connection: any Connection
    ) throws(StorageError) {
        try connection.execute(
            """
            INSERT INTO helper_certificate (account_id, issued_on, seen_by, seen_at)
            VALUES (\(helper), \(day), \(coordinator), \(instant)) ON CONFLICT (account_id, seen_at) DO NOTHING
            """)
    }

    /// Whether it was new.
    func acceptTerms(
        _ version: String, by helper: AccountID, at instant: Instant, on connection: any Connection
    ) throws(StorageError) -> Bool {
        try connection.execute(
            """
            INSERT INTO helper_terms (account_id, version, accepted_at) VALUES (\(helper), \(version), \(instant))
            ON CONFLICT (account_id, version) DO NOTHING
            """) == 1
    }

    func setLimit(
        _ running: Int, in organisation: OrganisationID, by coordinator: AccountID, at instant: Instant,
        on connection: any Connection
    ) throws(StorageError) {
        try connection.execute(
            """
            INSERT INTO mandate_limit (organisation_id, running, set_by, set_at)
            VALUES (\(organisation), \(running), \(coordinator), \(instant))
            ON CONFLICT (organisation_id) DO UPDATE
            SET running = excluded.running, set_by = excluded.set_by, set_at = excluded.set_at
            """)
    }

    package func limit(in organisation: OrganisationID, on connection: any Connection) throws(StorageError) -> Int {
        let row = try connection.row("SELECT running FROM mandate_limit WHERE organisation_id = \(organisation)")
        return try row?["running"] ?? HelperStanding.usualLimit
    }

    /// - Parameter exempt: a mandate that the new one takes the place of.
    package func standing(
        of helper: AccountID, in organisation: OrganisationID, _ requirements: HelperRequirements, at instant: Instant,
        exempt: MandateID? = nil, on connection: any Connection
    ) throws(StorageError) -> HelperStanding {
        let row = try connection.row(
            "SELECT issued_on FROM helper_certificate WHERE account_id = \(helper) ORDER BY seen_at DESC LIMIT 1")
        let hasTerms = try requirements.terms.map { (version) throws(StorageError) in
            try connection.exists("SELECT 1 FROM helper_terms WHERE account_id = \(helper) AND version = \(version)")
        }
        return HelperStanding(
            hasFinishedCourse: try hasFinished(requirements.lessons, helper, on: connection),
            certificateOn: try row?["issued_on"], hasAcceptedTerms: hasTerms ?? false,
            running: try MandateStore().running(of: helper, at: instant, except: exempt, on: connection),
            limit: try limit(in: organisation, on: connection))
    }

    private func hasFinished(
        _ lessons: [LessonReference], _ helper: AccountID, on connection: any Connection
    ) throws(StorageError) -> Bool {
        let finished = try LessonProgressStore().progress(of: helper, on: connection)
            .filter { $0.finishedAt != nil }.map { LessonReference(course: $0.course, lesson: $0.lesson) }
        return !lessons.isEmpty && Set(lessons).isSubset(of: finished)
    }
}

extension HelperProfile {
    fileprivate init(_ row: Row) throws(StorageError) {
        func words(_ column: String) throws(StorageError) -> [String] {
            let text: String = try row[column]
            return text.split(separator: " ").map(String.init)
        }
        services = Set(try words("services").map(ServiceID.init(unchecked:)))
        languages = Set(try words("languages").compactMap(Language.init(rawValue:)))
        locations = Set(try words("locations").compactMap(LocationID.init(rawValue:)))
        byPhone = try row["by_phone"]
        times = Set(text: try row["times"])
    }
}

extension Set where Element: RawRepresentable, Element.RawValue == String {
    /// Sorted, with a space between them, as they stand in the database.
    fileprivate var words: String { map(\.rawValue).sorted().joined(separator: " ") }
}
