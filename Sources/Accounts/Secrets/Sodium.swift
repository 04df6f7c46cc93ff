import CSodium
package import Storage

/// What we ask of libsodium besides password hashing.
package enum Sodium {
    private static let isReady = sodium_init() >= 0

    /// Ends the program where the library cannot work: nothing here is safe without it.
    static func ensureReady() { precondition(isReady, "libsodium cannot start") }

    package static func sha256(_ bytes: [UInt8]) -> [UInt8] {
        ensureReady()
        var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_bytes()))
        crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
        return digest
    }

    /// The digest of the text's UTF-8, as 64 hexadecimal digits.
    package static func sha256Hex(_ text: String) -> String { hex(sha256(Array(text.utf8))) }

    /// Two digits for each byte.
    package static func hex(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}

extension Randomness {
    /// The operating system's own, through libsodium.
    package static let system = Randomness { count in
        Sodium.ensureReady()
        var bytes = [UInt8](repeating: 0, count: count)
        randombytes_buf(&bytes, count)
        return bytes
    }
}
