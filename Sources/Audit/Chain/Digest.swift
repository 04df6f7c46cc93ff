import CSodium

/// SHA-256 by libsodium, and bytes as text.
package enum Digest {
    package static let length = 32

    static func sha256(_ bytes: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: length)
        sha256(bytes, into: &digest)
        return digest
    }

    /// The same, into an array of 32 bytes that is there already.
    package static func sha256(_ bytes: [UInt8], into digest: inout [UInt8]) {
        Sodium.ensureReady()
        crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
    }
}

/// The library behind it all.
enum Sodium {
    private static let isReady = sodium_init() >= 0

    /// Ends the program where the library cannot work: nothing here is safe without it.
    static func ensureReady() { precondition(isReady, "libsodium cannot start") }

    static func random(_ count: Int) -> [UInt8] {
        ensureReady()
        var bytes = [UInt8](repeating: 0, count: count)
        randombytes_buf(&bytes, count)
        return bytes
    }
}

/// Bytes as lower-case hexadecimal digits, two for each.
package enum Hex {
    private static let digits = Array("0123456789abcdef".utf8)

    package static func text(_ bytes: some Sequence<UInt8>) -> String {
        String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// Nothing where it is not exactly that many bytes.
    package static func bytes(_ text: some StringProtocol, count: Int) -> [UInt8]? {
        let values = text.utf8.compactMap { digits.firstIndex(of: $0) }
        guard text.utf8.count == count * 2, values.count == count * 2 else { return nil }
        return stride(from: 0, to: values.count, by: 2).map { UInt8(values[$0] << 4 | values[$0 + 1]) }
    }
}
