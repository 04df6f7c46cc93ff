package import Audit
import Foundation
package import Storage

/// Signs statements, with a key of its own in a file of its own, and publishes the keys that sign and have signed.
///
/// The published keys stand in a file too, and not in the database: who can write in the database cannot add a key of
/// their own to them.
package struct StatementSigning: Sendable {
    private let database: any Database
    private let clock: Clock
    private let keyFile: SigningKeyFile
    /// The file of the published keys, in the form in which they are published.
    private let publishedPath: String

    package init(database: any Database, clock: Clock, keyFile: SigningKeyFile, publishedPath: String) {
        self.database = database
        self.clock = clock
        self.keyFile = keyFile
        self.publishedPath = publishedPath
    }

    /// Makes the key where there is none yet, and sees to it that it is published.
    @discardableResult
    package func prepare() async throws -> PublishedKey {
        guard let key = try keyFile.read() else { return try await renewKey() }
        try publish(PublishedKey(key))
        return PublishedKey(key)
    }

    /// A new key takes over, also in a server that runs. What the one before signed can still be verified.
    @discardableResult
    package func renewKey() async throws -> PublishedKey {
        let key = SigningKey.random()
        let published = PublishedKey(key)
        try await database.write { [clock] connection in
            try AuditLog().append(
                AuditEntry(
                    .statementKeyMade, AuditObject("statement-key", published.id), at: clock.now(), by: nil, for: .mandate,
                    origin: .command), on: connection)
        }
        // Published first: nothing is signed with a key that nobody knows.
        try publish(published)
        try keyFile.write(key)
        return published
    }

    /// Signs with the key that is in the file at this moment.
    package func sign(_ statement: Statement) throws -> SignedStatement {
        guard let key = try keyFile.read() else { throw SigningProblem.keyUnreadable(path: keyFile.path) }
        return try SignedStatement(statement, by: key)
    }

    package func published() throws(SigningProblem) -> PublishedKeys {
        guard FileManager.default.fileExists(atPath: publishedPath) else { return PublishedKeys() }
        guard let text = try? String(contentsOfFile: publishedPath, encoding: .utf8), let keys = PublishedKeys(json: text)
        else { throw .notReadable(path: publishedPath) }
        return keys
    }

    private func publish(_ key: PublishedKey) throws(SigningProblem) {
        var keys = try published()
        guard keys.key(key.id) == nil else { return }
        keys.add(key)
        try DurableFile(publishedPath).replace(with: keys.json, isSecret: false)
    }
}

extension AuditAction {
    package static let statementKeyMade: Self = "statement.key-made"
}
