import Audit
import Dispatch
import Logging

/// Signs the head of the log every hour, on a thread of its own; a failure is logged, and tried again the next hour.
struct HourlySigning {
    private let timer: any DispatchSourceTimer
    private let sign: @Sendable () async -> Void

    init(_ signing: HeadSigning, _ logger: Logger) {
        sign = {
            do {
                try await signing.sign()
            } catch {
                logger.error("the head of the audit log was not signed: \(error)")
            }
        }
        timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "meedoen.sign"))
        timer.schedule(deadline: .now() + .seconds(3600), repeating: .seconds(3600))
        timer.setEventHandler { [sign] in Task { await sign() } }
        timer.activate()
    }

    /// Signs once more, what is newest at the end.
    func end() async {
        timer.cancel()
        await sign()
    }
}
