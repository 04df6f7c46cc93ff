import CSodium
package import Storage

/// libsodium, for password hashing and random bytes.
enum Sodium {
    private static let isReady = sodium_init() >= 0

    /// Ends the program where the library cannot work: nothing here is safe without it.
    static func ensureReady() { precondition(isReady, "libsodium cannot start") }
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
