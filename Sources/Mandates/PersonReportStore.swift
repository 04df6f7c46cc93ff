import Storage

/// What the staff heard of a person, after which everything of that person ends.
package enum PersonReport: String, SQLText, CaseIterable {
    case died
    /// Can no longer decide alone; a representative can agree for them.
    case incapable

    var deed: MandateEvent.Deed {
        switch self {
        case .died: .died
        case .incapable: .incapable
        }
    }
}

/// Reports, in the database.
struct PersonReportStore {
    /// Whether the report was new.
    func insert(
        _ report: PersonReport, of person: AccountID, by reporter: AccountID, id: PersonReportID, at instant: Instant,
        on connection: any Connection
    ) throws(StorageError) -> Bool {
        try connection.execute(
            """
            INSERT INTO person_report (id, account_id, kind, by_id, at)
            VALUES (\(id), \(person), \(report), \(reporter), \(instant)) ON CONFLICT (id) DO NOTHING
            """) == 1
    }

    /// Nothing is asked, offered or agreed any more.
    func hasDied(_ person: AccountID, on connection: any Connection) throws(StorageError) -> Bool {
        try connection.exists("SELECT 1 FROM person_report WHERE account_id = \(person) AND kind = \(PersonReport.died)")
    }

    /// Whether the person cannot agree alone.
    func needsRepresentative(_ person: AccountID, on connection: any Connection) throws(StorageError) -> Bool {
        try connection.exists("SELECT 1 FROM person_report WHERE account_id = \(person)")
    }
}
