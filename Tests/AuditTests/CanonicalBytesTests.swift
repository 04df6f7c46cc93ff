import Storage
import Testing

@testable import Audit

@Suite struct CanonicalBytesTests {
    private func bytes(_ fields: String?...) -> [UInt8] {
        var canonical = CanonicalBytes("TEST")
        for field in fields { canonical.append(field) }
        return canonical.bytes
    }

    @Test func `different fields are never the same bytes`() {
        let all = [
            bytes("ab", "c"), bytes("a", "bc"), bytes("abc", ""), bytes("", "abc"), bytes("abc", nil), bytes(nil, "abc"),
            bytes("abc"), bytes(nil), bytes(""), bytes(),
        ]
        #expect(Set(all).count == all.count)
    }

    @Test func `they are what is written down`() {
        var canonical = CanonicalBytes("TEST")
        canonical.append("é")
        canonical.append(258)
        canonical.append(nil as String?)
        #expect(canonical.bytes == Array("TEST".utf8) + [0, 2, 0xC3, 0xA9, 0, 8, 0, 0, 0, 0, 0, 0, 1, 2, 0xFF, 0xFF])
        let long = bytes(String(repeating: "x", count: 70_000))
        #expect(Array(long[4..<14]) == [0xFF, 0xFE, 0, 0, 0, 0, 0, 1, 0x11, 0x70])
    }

    @Test func `hexadecimal digits are read back, and nothing else`() {
        #expect(Hex.bytes(Hex.text([0, 255, 16]), count: 3) == [0, 255, 16])
        #expect(Hex.bytes("00ff1", count: 2) == nil)
        #expect(Hex.bytes("00fg", count: 2) == nil)
        #expect(Hex.bytes("00FF", count: 2) == nil)
    }
}
