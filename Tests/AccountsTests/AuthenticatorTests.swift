import Accounts
import Storage
import Testing

@Suite struct AuthenticatorTests {
    /// The key of RFC 6238, appendix B.
    let authenticator = Authenticator(key: Array("12345678901234567890".utf8))

    @Test(arguments: [(59, "287082"), (1_111_111_109, "081804"), (20_000_000_000, "353130")])
    func `codes are those of RFC 6238`(second: Int, code: String) {
        #expect(authenticator.code(in: Authenticator.step(at: Instant(milliseconds: second * 1000))) == code)
    }

    @Test func `a code counts one step early or late, and not two`() {
        let now = Instant(milliseconds: 90_000)
        #expect(authenticator.step(showing: authenticator.code(in: 2), at: now, after: 0) == 2)
        #expect(authenticator.step(showing: authenticator.code(in: 4), at: now, after: 0) == 4)
        #expect(authenticator.step(showing: authenticator.code(in: 5), at: now, after: 0) == nil)
        #expect(authenticator.step(showing: authenticator.code(in: 2), at: now, after: 2) == nil)
    }

    @Test func `the typed key and the address hold the same key in base 32`() throws {
        #expect(authenticator.typedKey == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ")
        let name = try #require(LoginName(rawValue: "Carla"))
        #expect(
            authenticator.address(issuer: "Meedoen", name: name)
                == "otpauth://totp/Meedoen:carla?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Meedoen")
    }
}
