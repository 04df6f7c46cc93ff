import Testing

@testable import Web

/// Whose tries are counted together.
@Suite struct VisitorAddressTests {
    @Test(arguments: [
        ("192.0.2.1", "192.0.2.1"), ("::ffff:192.0.2.1", "192.0.2.1"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80:0:0:0::/64"), ("unknown", "unknown"), ("", ""), (":", ":"),
    ])
    func `tries are counted for a whole network where one visitor has a whole network`(address: String, counted: String) {
        #expect(VisitorAddress(address).counted == counted)
    }
}
