/// How long an answer about a code takes: always the same, or the time would tell who guesses whether there is such a
/// code. A code that there is costs a look-up and an entry in the log more, some milliseconds.
enum Pace {
    private static let whole = Duration.milliseconds(20)

    /// Gives the answer, or what went wrong, when that time is over.
    static func even<Answer>(_ answer: () async throws -> Answer) async throws -> Answer {
        let end = ContinuousClock.now + whole
        let result: Result<Answer, any Error>
        do { result = .success(try await answer()) } catch { result = .failure(error) }
        try await Task.sleep(until: end)
        return try result.get()
    }
}
