/// Deeds that come round every hour. What fails is told, and tried again the next hour; the others go on.
package actor HourlyRounds {
    package struct Deed: Sendable {
        let name: String
        let run: @Sendable () async throws -> Void

        package init(_ name: String, _ run: @escaping @Sendable () async throws -> Void) {
            self.name = name
            self.run = run
        }
    }

    private let clock: Clock
    private let deeds: [Deed]
    private let tell: @Sendable (_ deed: String, _ problem: any Error) -> Void
    private var lastRound: Instant

    /// - Parameter tell: told which deed failed, and why.
    package init(clock: Clock, deeds: [Deed], tell: @escaping @Sendable (_ deed: String, _ problem: any Error) -> Void) {
        self.clock = clock
        self.deeds = deeds
        self.tell = tell
        lastRound = clock.now()
    }

    /// Asked again and again; an hour after the last round it is time for the next.
    package func tick() async {
        let now = clock.now()
        // A clock that was set back starts a new hour, or the rounds would stop until it has caught up.
        if now < lastRound { lastRound = now }
        guard now - lastRound >= .hours(1) else { return }
        await round()
    }

    /// At once.
    package func round() async {
        lastRound = clock.now()
        for deed in deeds {
            do {
                try await deed.run()
            } catch {
                tell(deed.name, error)
            }
        }
    }
}
