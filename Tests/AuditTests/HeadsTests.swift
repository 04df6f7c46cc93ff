import Foundation
import Storage
import Testing

@testable import Audit

/// The file of signed heads, and the keys that sign it.
@Suite struct HeadsTests {
    let house: AuditHouse

    init() throws { house = try AuditHouse() }

    private func signed() async throws {
        try await house.signing.prepare()
        try await house.write(5)
        try await house.signing.sign()
        try await house.write(5)
        try await house.signing.sign()
    }

    @Test func `preparing twice makes one key, readable by its owner only`() async throws {
        let key = try await house.signing.prepare()
        #expect(try await house.signing.prepare().name == key.name)
        #expect(try house.heads.keys() == [key.publicBytes])
        let file = try FileManager.default.attributesOfItem(atPath: house.path + ".audit-key")
        #expect(file[.posixPermissions] as? Int == 0o600)
        #expect(try await house.verify() == [])
    }

    @Test func `a new key takes over, and what the old one signed stays good`() async throws {
        try await signed()
        let old = try await house.signing.prepare()
        let new = try await house.signing.renewKey()
        #expect(new.name != old.name)
        try await house.write(5)
        let head = try await house.signing.sign()
        #expect(head.publicKey == new.publicBytes)
        let found = try await AuditVerification(of: house.database, against: house.heads)
        #expect(found.faults == [])
        #expect(found.heads == 4)
        #expect(found.keys == [old.name, new.name])
    }

    @Test func `a head that was replaced shows`() async throws {
        try await signed()
        let lines = try house.lines()
        let words = lines[2].split(separator: " ").map(String.init)
        for place in 1...5 {
            var forged = words
            forged[place] = place == 1 || place == 3 ? "7" : String(forged[place].reversed())
            try house.replaceLines([lines[0], lines[1], forged.joined(separator: " "), lines[3]])
            #expect(try await house.verify() == [.headForged(line: 3)], "\(place)")
        }
        try house.replaceLines([lines[0], lines[1], "head 7 and so on", lines[3]])
        #expect(try await house.verify() == [.lineUnreadable(3)])
    }

    @Test func `a head of another key, a key that nobody vouches for and one that the log does not know show`() async throws {
        try await signed()
        let lines = try house.lines()
        let own = SigningKey.random()
        let newest = try await house.database.read { try AuditEntryStore().head(on: $0) }
        let head = HeadsLine.head(SignedHead(newest, at: AuditHouse.start, by: own)).text
        try house.replaceLines(lines + [head])
        #expect(try await house.verify() == [.headForged(line: 5)])
        let key = HeadsLine.key(SignedKey(own, vouchedForBy: nil)).text
        try house.replaceLines(lines + [key, head])
        #expect(try await house.verify() == [.keyForged(line: 5), .headForged(line: 6)])
        try house.replaceLines([lines[0], key, head])
        #expect(try await house.verify() == [.keyUnknown(line: 2)])
    }

    @Test func `a key that is gone is asked for`() async throws {
        try await signed()
        try FileManager.default.removeItem(atPath: house.path + ".audit-key")
        await #expect(throws: SigningProblem.self) { try await house.signing.prepare() }
        await #expect(throws: SigningProblem.self) { try await house.signing.sign() }
    }

    @Test func `a line that was cut off while it was written is left out and written over`() async throws {
        try await signed()
        let text = try String(contentsOfFile: house.heads.path, encoding: .utf8)
        try String(text.dropLast(20)).write(toFile: house.heads.path, atomically: true, encoding: .utf8)
        #expect(try await house.verify() == [])
        try await house.signing.sign()
        #expect(try house.lines().count == 4)
        #expect(try await house.verify() == [])
    }

    @Test func `nothing secret stands in the file of heads`() async throws {
        try await signed()
        let text = try String(contentsOfFile: house.heads.path, encoding: .utf8)
        let secret = try String(contentsOfFile: house.path + ".audit-key", encoding: .utf8).split(separator: "\n")
        #expect(!text.contains(try #require(secret.last)))
    }
}
