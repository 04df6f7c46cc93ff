import Audit
import Storage
import Synchronization

/// Randomness that is the same each time, so that the demonstration's secrets can be printed again.
enum DemonstrationRandomness {
    static func make(_ seed: String) -> Randomness {
        let counter = Mutex(0)
        return Randomness { count in
            // Numbers are drawn from eight bytes; zero keeps a learner's words in their order.
            if count == 8 { return [UInt8](repeating: 0, count: 8) }
            let number = counter.withLock { counter in
                counter += 1
                return counter
            }
            return (0...count / 32).flatMap { SHA256.digest(of: Array("\(seed) \(number) \($0)".utf8)) }.prefix(count).map(\.self)
        }
    }
}
