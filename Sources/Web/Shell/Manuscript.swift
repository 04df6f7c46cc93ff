import Courseware
import Dispatch
import Synchronization

/// The folders as they are written now, with everything that can be mended in them: what authors look at. The site may
/// still be serving an earlier version. Reading all can take seconds where there are thousands of lessons, so that is
/// done on a thread of its own; what did not change is kept until the day is over.
package final class Manuscript: Sendable {
    private let reader: LibraryReader
    private let queue = DispatchQueue(label: "meedoen.manuscript")
    private let kept = Mutex<Library?>(nil)

    package init(courses: String, content: String) {
        reader = LibraryReader(courses: courses, content: content, addresses: .site)
    }

    /// - Parameter today: `2026-11-24`
    func library(today: String) async -> Library {
        await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: self.read(today)) }
        }
    }

    private func read(_ today: String) -> Library {
        let library = kept.withLock { kept in
            let library = kept.map { reader.changes(since: $0, today: today) ?? $0 } ?? reader.read(today: today)
            kept = library
            return library
        }
        // Here, where nobody waits but who asked.
        _ = library.courses
        return library
    }
}
