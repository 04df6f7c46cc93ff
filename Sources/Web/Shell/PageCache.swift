import Courseware
import HTTPTypes
import NIOCore
import Synchronization

/// Pages that are the same for every stranger, drawn once and kept until the library changes.
final class PageCache: Sendable {
    struct Key: Hashable {
        let path: String
        let language: Language
    }

    struct Entry: Sendable {
        let body: ByteBuffer
        let compressed: ByteBuffer
        let tag: String
    }

    /// Enough for every step of a large library.
    private static let largest = 20_000

    private struct State {
        var generation = 0
        var entries: [Key: Entry] = [:]
    }

    private let state = Mutex(State())

    func entry(_ key: Key, generation: Int) -> Entry? {
        state.withLock { $0.generation == generation ? $0.entries[key] : nil }
    }

    func keep(_ body: ByteBuffer, for key: Key, generation: Int) {
        guard let compressed = Gzip.compress(body, level: 9) else { return }
        let tag = "\"\(String(body.readableBytesView.reduce(into: UInt64(14_695_981_039_346_656_037)) { hash, byte in hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }, radix: 36))\""
        let entry = Entry(body: body, compressed: compressed, tag: tag)
        state.withLock { state in
            if state.generation != generation || state.entries.count >= Self.largest { state.entries = [:] }
            state.generation = generation
            state.entries[key] = entry
        }
    }
}
