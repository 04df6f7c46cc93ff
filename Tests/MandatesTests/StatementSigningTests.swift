import Audit
import Courseware
import Foundation
import Storage
import Testing

@testable import Mandates

/// The key that signs statements, and what is published of it.
@Suite struct StatementSigningTests {
    let house: MandateHouse
    let path = NSTemporaryDirectory() + "meedoen-\(UUID().uuidString)"
    private let signing: StatementSigning

    init() async throws {
        house = try await MandateHouse()
        signing = StatementSigning(
            database: house.database, clock: house.world.clock, keyFile: SigningKeyFile(path + ".key", for: .statements),
            publishedPath: path + ".json")
    }

    private func statement() async throws -> Statement {
        let id = try await house.active()
        let checked = try #require(try await house.check.takeStatement(of: id, by: house.fatma))
        return Statement(
            checked, try house.service, issuer: "https://meedoen.example", check: "", id: house.world.newID(), at: house.now)
    }

    @Test func `a new key takes over, and what the old one signed stays good`() async throws {
        let old = try await signing.prepare()
        let statement = try await statement()
        let first = try signing.sign(statement)
        let copy = try signing.published()
        let new = try await signing.renewKey()
        let second = try signing.sign(statement)
        #expect(try signing.published().keys == [old, new])
        for signed in [first, second] {
            #expect(try Statement(verifying: signed.text, by: signing.published(), at: house.now) == statement)
        }
        #expect(throws: StatementFault.keyUnknown(new.id)) {
            try Statement(verifying: second.text, by: copy, at: house.now)
        }
        #expect(try Statement(verifying: first.text, by: copy, at: house.now) == statement)
    }

    @Test func `preparing twice makes one key, readable by its owner only, and none of it is published`() async throws {
        let key = try await signing.prepare()
        #expect(try await signing.prepare() == key)
        #expect(try signing.published().keys == [key])
        let file = try FileManager.default.attributesOfItem(atPath: path + ".key")
        #expect(file[.posixPermissions] as? Int == 0o600)
        let text = try String(contentsOfFile: path + ".key", encoding: .utf8)
        #expect(text.contains("statements about mandates"))
        let secret = try #require(text.split(separator: "\n").last)
        #expect(try !String(contentsOfFile: path + ".json", encoding: .utf8).contains(secret))
        let made = try await house.database.read {
            try AuditLog().page(AuditFilter(action: .statementKeyMade), size: 10, on: $0)
        }
        #expect(made.map(\.entry.object.id) == [key.id])
    }

    @Test func `published keys that are lost come back with the key`() async throws {
        let key = try await signing.prepare()
        try FileManager.default.removeItem(atPath: path + ".json")
        #expect(try await signing.prepare() == key)
        #expect(try signing.published().keys == [key])
    }

    @Test func `what cannot be read is not written over`() async throws {
        try await signing.prepare()
        try "spoiled".write(toFile: path + ".json", atomically: true, encoding: .utf8)
        await #expect(throws: SigningProblem.notReadable(path: path + ".json")) { try await signing.prepare() }
        #expect(try String(contentsOfFile: path + ".json", encoding: .utf8) == "spoiled")
        try "spoiled".write(toFile: path + ".key", atomically: true, encoding: .utf8)
        await #expect(throws: SigningProblem.keyUnreadable(path: path + ".key")) { try await signing.prepare() }
    }
}
