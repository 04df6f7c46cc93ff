import Audit
import Storage

/// Why a deed is not done.
package protocol Refusal: Error {
    /// For the audit log: nothing of what somebody wrote.
    var reason: String { get }
}

extension Database {
    /// Runs a deed and keeps it in the log, done or refused, in one transaction: so of two deeds at one moment the second
    /// sees the first. A form that is sent again does nothing more.
    ///
    /// - Parameters:
    ///   - find: what the deed is about, and its entry in the log.
    ///   - deed: whether it did anything. What it refuses, it refuses before it changes anything.
    func decide<Subject>(
        about find: @escaping @Sendable (any Connection) throws -> (Subject, AuditEntry),
        _ deed: @escaping @Sendable (Subject, any Connection) throws -> Bool
    ) async throws {
        let refusal = try await write { connection -> (any Refusal)? in
            var (subject, entry) = try find(connection)
            do {
                guard try deed(subject, connection) else { return nil }
                try AuditLog().append(entry, on: connection)
                return nil
            } catch let refusal as any Refusal {
                entry.result = .refused(reason: refusal.reason)
                try AuditLog().append(entry, on: connection)
                return refusal
            }
        }
        if let refusal { throw refusal }
    }
}
