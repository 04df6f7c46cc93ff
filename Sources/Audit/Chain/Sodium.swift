import CSodium

/// libsodium, for random bytes and signatures.
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
