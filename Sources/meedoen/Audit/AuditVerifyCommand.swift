import ArgumentParser
import Audit
import Foundation
import Storage

/// `meedoen audit verify`
struct AuditVerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Say whether the log is still what was written.",
        discussion: """
            Reads the whole log, also while it is being served, and names the first entry that was changed, removed, \
            swapped or inserted. The signed heads tell whether the end was cut off; best is a copy of them that was kept \
            elsewhere.

            Exit code 0: all is well. 1: something is wrong. 2: it could not be checked.
            """)

    @OptionGroup var options: DatabaseOptions
    @Option(help: "The file with signed heads; the one beside the database unless told. (MEEDOEN_AUDIT_HEADS)")
    var heads: String?

    func run() async throws {
        try await failing {
            let place = try options.existing()
            let file = try headsFile(of: place)
            let database = try place.open(checkpoints: false)
            let found = try await verify(database, file)
            try await database.close()
            if file == nil, !found.keys.isEmpty, found.faults.isEmpty {
                throw Failure(
                    "the log was signed, but its heads are not beside \(place.name); say where they are with --heads.")
            }
            for line in Self.lines(found) { print(line) }
            if !found.faults.isEmpty { throw ExitCode(1) }
        }
    }

    /// Nothing where none was named and none is there.
    private func headsFile(of place: DatabasePlace) throws -> HeadsFile? {
        let named = heads ?? Surroundings["MEEDOEN_AUDIT_HEADS"]
        let file = HeadsFile(named ?? place.besides("audit-heads"))
        guard !file.exists else { return file }
        if named != nil { throw Failure("there is no file \(file.path).") }
        return nil
    }

    private func verify(_ database: any Database, _ file: HeadsFile?) async throws -> AuditVerification {
        do {
            return try await AuditVerification(of: database, against: file)
        } catch {
            throw Failure("the log cannot be read (\(error)).")
        }
    }

    static func lines(_ found: AuditVerification) -> [String] {
        if !found.faults.isEmpty {
            return ["The log is not what was written:"] + found.faults.map { "  \($0)." }
                + ["Keep this file and every copy of it as they are, and find out who could write in it."]
        }
        let whole = "The log is whole: \(found.entries) entries, \(found.people) people, \(found.heads) signed heads."
        guard let head = found.newestHead else {
            return [whole, "No head was signed yet, so nothing tells whether the end was cut off."]
        }
        let when = Date(timeIntervalSince1970: Double(head.at.milliseconds) / 1000).ISO8601Format()
        return [whole, "The newest head is of entry \(head.sequence), signed at \(when)."]
    }
}
