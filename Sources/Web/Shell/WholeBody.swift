import Hummingbird
import NIOConcurrencyHelpers
import NIOCore

/// Collects a body that a handler made in memory.
private struct BodyCollector: ResponseBodyWriter {
    let collected = NIOLockedValueBox(ByteBuffer())

    func write(_ buffer: ByteBuffer) async throws {
        _ = collected.withLockedValue { $0.writeImmutableBuffer(buffer) }
    }

    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}

extension Response {
    /// The body in one piece, where its length is known.
    func wholeBody() async throws -> ByteBuffer? {
        guard body.contentLength != nil else { return nil }
        let collector = BodyCollector()
        try await body.write(collector)
        return collector.collected.withLockedValue { $0 }
    }
}
