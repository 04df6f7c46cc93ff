import Audit
import Dispatch
import Logging
import Mandates
import Storage

/// What a server does every hour besides answering, on a thread of its own: it signs the head of the log, and throws
/// away what was kept long enough.
struct Rounds {
    private let timer: any DispatchSourceTimer
    private let rounds: HourlyRounds

    init(_ signing: HeadSigning, _ storage: any Database, _ logger: Logger) {
        let housekeeping = ContactHousekeeping(database: storage, clock: .system)
        let rounds = HourlyRounds(
            clock: .system,
            deeds: [
                .init("old messages were not thrown away") { try await housekeeping.deleteOld() },
                .init("the head of the audit log was not signed") { try await signing.sign() },
            ],
            tell: { logger.error("\($0): \($1)") })
        self.rounds = rounds
        timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "meedoen.rounds"))
        timer.schedule(deadline: .now() + .seconds(60), repeating: .seconds(60))
        timer.setEventHandler { Task { await rounds.tick() } }
        timer.activate()
    }

    /// Once more, so that what is newest is signed at the end.
    func end() async {
        timer.cancel()
        await rounds.round()
    }
}
