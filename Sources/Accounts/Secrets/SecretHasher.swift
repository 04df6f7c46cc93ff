import CSodium
import Foundation
import Synchronization

/// Hashes passwords and login codes with Argon2id, on threads of its own: one hash takes 20 ms and 19 MiB, and the
/// pages of others shall not wait for it. At most as many at a time as there are threads.
///
/// 19 MiB, 2 passes and 1 lane are the parameters of OWASP's Password Storage Cheat Sheet (2025).
package final class SecretHasher: Sendable {
    package struct Cost: Sendable {
        let passes: UInt64
        let bytes: Int

        package static let owasp = Cost(passes: 2, bytes: 19 * 1024 * 1024)
        /// For tests only: as little as the library accepts.
        package static let least = Cost(passes: 1, bytes: 8192)
    }

    private let cost: Cost
    private let threads: OperationQueue
    /// Verified where there is no account, so that an unknown name takes as long as a known one. Made when the first
    /// secret is verified, whosever that is.
    private let nobodysHash = Mutex<String?>(nil)

    package init(cost: Cost = .owasp, threads: Int) {
        Sodium.ensureReady()
        self.cost = cost
        self.threads = OperationQueue()
        self.threads.maxConcurrentOperationCount = threads
    }

    /// An encoded string that holds parameters, salt and hash.
    package func hash(_ secret: String) async -> String {
        await run { [cost] in Self.hash(secret, cost) }
    }

    /// Whether the secret belongs to the hash; without a hash it takes as long and answers no.
    package func verify(_ secret: String, _ hash: String?) async -> Bool {
        let matches = await run { [self] in
            let nobody = nobody()
            let hash = hash ?? nobody
            return crypto_pwhash_str_verify(hash, secret, UInt64(secret.utf8.count)) == 0
        }
        return matches && hash != nil
    }

    private func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            threads.addOperation { continuation.resume(returning: work()) }
        }
    }

    private func nobody() -> String {
        nobodysHash.withLock { hash in
            let made = hash ?? Self.hash("nobody", cost)
            hash = made
            return made
        }
    }

    private static func hash(_ secret: String, _ cost: Cost) -> String {
        var encoded = [CChar](repeating: 0, count: Int(crypto_pwhash_strbytes()))
        let failed = crypto_pwhash_str(&encoded, secret, UInt64(secret.utf8.count), cost.passes, cost.bytes)
        precondition(failed == 0, "no memory for a password hash")
        return String(decoding: encoded.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
