import Courseware
import Dispatch
import Synchronization

/// The folders as they are written now, with everything that can be mended in them: what authors look at. The site may
/// still be serving an earlier version. Reading all can take seconds where there are thousands of lessons, so that is
/// done on a thread of its own, and kept until a file changes or the day is over.
package final class Manuscript: Sendable {
    private struct Kept {
        let fingerprint: LibraryFingerprint
        let today: String
        let library: Library
    }

    private let courses: String
    private let content: String
    private let queue = DispatchQueue(label: "meedoen.manuscript")
    private let kept = Mutex<Kept?>(nil)

    package init(courses: String, content: String) {
        self.courses = courses
        self.content = content
    }

    /// - Parameter today: `2026-11-24`
    func library(today: String) async -> Library {
        await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: self.read(today)) }
        }
    }

    private func read(_ today: String) -> Library {
        let fingerprint = LibraryFingerprint(courses: courses, content: content)
        if let kept = kept.withLock(\.self), kept.fingerprint == fingerprint, kept.today == today { return kept.library }
        let library = LibraryReader(courses: courses, content: content, addresses: .site).read(today: today)
        kept.withLock { $0 = Kept(fingerprint: fingerprint, today: today, library: library) }
        return library
    }
}
