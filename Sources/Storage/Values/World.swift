/// Where time comes from; handed in, so that a test can say what time it is.
package struct Clock: Sendable {
    package let now: @Sendable () -> Instant

    package init(_ now: @escaping @Sendable () -> Instant) { self.now = now }
}

/// Where randomness comes from; handed in, so that a test can repeat itself.
package struct Randomness: Sendable {
    /// That many random bytes.
    package let bytes: @Sendable (Int) -> [UInt8]

    package init(_ bytes: @escaping @Sendable (Int) -> [UInt8]) { self.bytes = bytes }

    /// A number from 0 up to, not including, `bound`; every one as likely.
    package func number(below bound: Int) -> Int {
        let limit = UInt64.max - UInt64.max % UInt64(bound)
        while true {
            let number = bytes(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            if number < limit { return Int(number % UInt64(bound)) }
        }
    }
}

/// Time and randomness together: all that a deed needs of the world besides the database.
package struct World: Sendable {
    package let clock: Clock
    package let randomness: Randomness

    package init(clock: Clock, randomness: Randomness) {
        self.clock = clock
        self.randomness = randomness
    }

    package var now: Instant { clock.now() }

    /// A new id of this moment.
    package func newID<Subject>() -> Identifier<Subject> { Identifier(at: now, randomness) }
}
