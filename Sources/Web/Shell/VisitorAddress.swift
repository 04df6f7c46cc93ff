import Foundation

/// Where a visitor comes from on the network.
struct VisitorAddress {
    private let text: String

    init(_ text: String) { self.text = text }

    /// What tries are counted for. Of an IPv6 address that is the first half: whoever has one such address has all
    /// the others of its network too, and would have a new one for each try.
    var counted: String {
        var address = in6_addr()
        guard text.contains(":"), inet_pton(AF_INET6, String(text.prefix { $0 != "%" }), &address) == 1 else { return text }
        let bytes = withUnsafeBytes(of: address) { Array($0) }
        // An IPv4 address in the clothes of IPv6 (RFC 4291, 2.5.5.2).
        if bytes.prefix(12).elementsEqual(Array(repeating: 0, count: 10) + [255, 255]) {
            return bytes.suffix(4).map(String.init).joined(separator: ".")
        }
        return stride(from: 0, to: 8, by: 2).map { String(UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]), radix: 16) }
            .joined(separator: ":") + "::/64"
    }
}
