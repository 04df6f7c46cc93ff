import Accounts
import Audit
import Courseware
import Foundation
import Storage
import Testing

@testable import Mandates

/// Signed statements: what they say, and that nothing in them can be changed.
@Suite struct StatementTests {
    static let key = SigningKey(seed: [UInt8](repeating: 7, count: 32))
    static let keys = PublishedKeys([PublishedKey(key)])
    static let now = TestMandate.start + .days(1)

    private static func statement(_ mandate: Mandate = TestMandate.make([.consented])) -> Statement {
        let code = CheckCode(Randomness { (0..<$0).map(UInt8.init) })
        let checked = CheckedMandate(
            mandate: mandate, code: code, citizen: Initials(of: "Fatma"), helper: Initials(of: "Bram"))
        let service = MandateHouse.library.services.first { $0.id == mandate.service }
        return Statement(
            checked, service, issuer: "https://meedoen.example", check: "https://meedoen.example/controle/\(code.rawValue)",
            id: Identifier(at: now, Randomness { [UInt8](repeating: 1, count: $0) }), at: now)
    }

    private static func signed() throws -> String { try SignedStatement(statement(), by: key).text }

    private func fault(_ text: String, _ keys: PublishedKeys = Self.keys, at instant: Instant = Self.now) -> StatementFault? {
        do {
            _ = try Statement(verifying: text, by: keys, at: instant)
            return nil
        } catch {
            return error
        }
    }

    @Test func `keys and signatures are those of the standard's examples`() {
        // RFC 8037, appendix A.
        let seed = Base64URL.bytes("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A") ?? []
        let key = SigningKey(seed: seed)
        #expect(Base64URL.text(key.publicBytes) == "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo")
        #expect(PublishedKey(key).id == "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k")
        let compact = SignedStatement.compact(
            Data(#"{"alg":"EdDSA"}"#.utf8), Data("Example of Ed25519 signing".utf8), by: key)
        #expect(
            compact == "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc."
                + "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg")
    }

    @Test func `the helper acts and the citizen is represented, both without a name`() throws {
        let text = try Self.signed()
        let payload = try #require(Base64URL.bytes(text.split(separator: ".")[1]))
        let json = String(decoding: payload, as: UTF8.self)
        let claims = try #require(try JSONSerialization.jsonObject(with: Data(payload)) as? [String: Any])
        let represents = try #require(claims["represents"] as? [String: String])
        let mandate = try #require(claims["mandate"] as? [String: Any])
        #expect(Set(claims.keys) == ["iss", "sub", "sub_id_type", "represents", "iat", "nbf", "exp", "jti", "mandate"])
        #expect(Set(represents.keys) == ["sub", "sub_id_type", "iss"])
        #expect(represents["sub_id_type"] == "urn:nl-eid-gdi:1.0:id:pseudonym")
        #expect(represents["sub"] != claims["sub"] as? String)
        #expect(
            Set(mandate.keys) == [
                "nature", "nature_text", "service", "operations", "revocable_by", "agreement_sha256", "check",
            ])
        for secret in ["Fatma", "Bram", "F.", People.fatma.id.rawValue, People.bram.id.rawValue] {
            #expect(!json.contains(secret), "\(secret)")
        }
        let verified = try Statement(verifying: text, by: Self.keys, at: Self.now)
        #expect(verified == Self.statement())
        #expect(verified.mandate.operations.map(\.id) == ["aanvragen", "bekijken"])
    }

    @Test func `pseudonyms stay within one mandate`() {
        let first = Self.statement(TestMandate.make([.consented]))
        #expect(first.sub == Self.statement(TestMandate.make([.consented, .suspended, .resumed])).sub)
        let mandate = TestMandate.make([.consented])
        let other = Statement(
            CheckedMandate(
                mandate: mandate, code: CheckCode(Randomness { [UInt8](repeating: 3, count: $0) }), citizen: Initials(of: ""),
                helper: Initials(of: "")),
            nil, issuer: "https://meedoen.example", check: "", id: Identifier(at: Self.now, .system), at: Self.now)
        #expect(other.sub != first.sub && other.represents.sub != first.represents.sub)
    }

    @Test func `what was taken back is not stated`() {
        let deeds: [(deed: MandateEvent.Deed, by: People)] = [
            (.consented, .fatma), (.actWithdrawn("aanvragen", .own), .fatma),
        ]
        #expect(Self.statement(TestMandate.make(deeds: deeds)).mandate.operations.map(\.id) == ["bekijken"])
    }

    @Test func `any other character anywhere shows`() throws {
        let text = Array(try Self.signed().utf8)
        for place in text.indices {
            for other in ["A", "B", "-", ".", "="].map({ Array($0.utf8)[0] }) where text[place] != other {
                var changed = text
                changed[place] = other
                #expect(fault(String(decoding: changed, as: UTF8.self)) != nil, "\(place)")
            }
        }
    }

    @Test func `parts of another statement, of another key or of another kind show`() throws {
        let parts = try Self.signed().split(separator: ".").map(String.init)
        let other = SigningKey(seed: [UInt8](repeating: 8, count: 32))
        let payload = Data(Base64URL.bytes(parts[1]) ?? [])
        let less = TestMandate.make(deeds: [(.consented, .fatma), (.actWithdrawn("aanvragen", .own), .fatma)])
        let shorter = try SignedStatement(Self.statement(less), by: Self.key).text.split(separator: ".")
        let theirs = try SignedStatement(Self.statement(), by: other).text.split(separator: ".").map(String.init)
        func kind(_ alg: String, _ typ: String = SignedStatement.type, kid: String? = nil) -> String {
            let header = #"{"alg":"\#(alg)","kid":"\#(kid ?? PublishedKey(Self.key).id)","typ":"\#(typ)"}"#
            return SignedStatement.compact(Data(header.utf8), payload, by: Self.key)
        }
        #expect(fault(kind("EdDSA")) == nil, "the way in which the others are made is right")
        #expect(fault("\(parts[0]).\(parts[1]).\(theirs[2])") == .forged)
        #expect(fault("\(parts[0]).\(shorter[1]).\(parts[2])") == .forged)
        #expect(fault("\(parts[0]).\(theirs[1]).\(shorter[2])") == .forged)
        #expect(fault(theirs.joined(separator: ".")) == .keyUnknown(PublishedKey(other).id))
        #expect(fault(theirs.joined(separator: "."), PublishedKeys([PublishedKey(other)])) == nil)
        #expect(fault(kind("none")) == .otherKind)
        #expect(fault(kind("HS256")) == .otherKind)
        #expect(fault(kind("EdDSA", "JWT")) == .otherKind)
        #expect(fault(kind("EdDSA", kid: "somebody")) == .keyUnknown("somebody"))
        for text in ["", ".", "..", parts[0], "\(parts[0]).\(parts[1])", "\(parts[0]).\(parts[1]).", parts.joined(separator: ".") + ".", "a.b.c"] {
            #expect(fault(text) != nil, "\(text)")
        }
    }

    @Test func `it holds from the yes up to the end that was agreed`() throws {
        let text = try Self.signed()
        let statement = Self.statement()
        let (from, until) = (Instant(milliseconds: statement.nbf * 1000), Instant(milliseconds: statement.exp * 1000))
        #expect(until <= TestMandate.make().validUntil)
        #expect(fault(text, at: from - .milliseconds(1)) == .notYet)
        #expect(fault(text, at: from) == nil)
        #expect(fault(text, at: until - .milliseconds(1)) == nil)
        #expect(fault(text, at: until) == .expired)
    }

    @Test func `published keys are read back, and those of other kinds are passed over`() throws {
        #expect(PublishedKeys(json: Self.keys.json) == Self.keys)
        let others = Self.keys.json.replacing(
            "{\"keys\":[", with: #"{"keys":[{"kty":"RSA","n":"AQAB","e":"AQAB"},{"kty":"OKP","crv":"X25519","x":"AA"},{},"#)
        #expect(PublishedKeys(json: others) == Self.keys)
        #expect(PublishedKeys(json: "[]") == nil)
    }

    @Test func `text has one way to be written`() {
        for bytes in [[], [1], [1, 2], [1, 2, 3], [255, 254, 253, 252]] as [[UInt8]] {
            #expect(Base64URL.bytes(Base64URL.text(bytes)) == bytes)
        }
        for text in ["A", "AB", "AA=", "AA==", "A A", "AA\n", "++8", "é"] { #expect(Base64URL.bytes(text) == nil, "\(text)") }
    }
}
