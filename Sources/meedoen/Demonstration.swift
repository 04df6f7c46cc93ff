import Accounts
import Courseware
import Storage

/// Bibliotheek Oefenstad: an invented library with invented people, to look around in.
struct Demonstration {
    private let database: any Database
    private let library: Library

    init(_ database: any Database, _ library: Library) {
        self.database = database
        self.library = library
    }

    func prepare() async throws {}

    static func logins(at instant: Instant) -> [String] { [] }
}
