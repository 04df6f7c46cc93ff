import Courseware
package import Logging
import Synchronization

/// Reads the courses and puts them on the shelf, and again when they changed.
package struct Bookcase: Sendable {
    /// When a change comes onto the site.
    package enum Renewal: Sendable {
        /// When it is asked for.
        case onDemand
        /// Before the next page is shown.
        case watching
        /// So too, with every finding, even where the change has errors: the author is looking.
        case previewing(today: @Sendable () -> String)
    }

    package let shelf: LibraryShelf
    package let assets: Assets
    /// The same folders, for authors.
    package let manuscript: Manuscript
    private let watcher: Watcher

    /// - Throws: `AssetMissing` where the pages cannot be drawn.
    package init(courses: String, content: String, renewal: Renewal, logger: Logger) throws {
        assets = try Assets(contentFolder: content)
        manuscript = Manuscript(courses: courses, content: content)
        let watcher = Watcher(courses: courses, content: content, renewal: renewal, logger)
        self.watcher = watcher
        let library = watcher.read()
        Self.report(library.findings, logger)
        if case .onDemand = renewal { shelf = LibraryShelf(library) } else { shelf = LibraryShelf(library, freshen: watcher.freshen) }
    }

    /// Reads everything again now.
    package func reload() { watcher.reload(shelf) }

    static func report(_ findings: [Finding], _ logger: Logger) {
        for finding in findings where finding.severity == .error { logger.warning("\(finding.text)") }
    }
}

/// Looks whether the folders changed since it last looked.
private final class Watcher: Sendable {
    private let reader: LibraryReader
    private let courses: String
    private let content: String
    private let renewal: Bookcase.Renewal
    private let logger: Logger
    /// Nothing where nobody looks: a walk through thousands of lessons takes time.
    private let seen: Mutex<LibraryFingerprint?>

    init(courses: String, content: String, renewal: Bookcase.Renewal, _ logger: Logger) {
        reader = LibraryReader(courses: courses, content: content, addresses: .site)
        self.courses = courses
        self.content = content
        self.renewal = renewal
        self.logger = logger
        if case .onDemand = renewal { seen = Mutex(nil) } else { seen = Mutex(LibraryFingerprint(courses: courses, content: content)) }
    }

    func read() -> Library {
        if case .previewing(let today) = renewal { reader.read(today: today()) } else { reader.read() }
    }

    /// Puts a changed library on the shelf before anybody goes on: who asks while another is still reading waits, so
    /// that nobody gets the old page after the change was seen.
    func freshen(_ shelf: LibraryShelf) {
        seen.withLock { seen in
            let now = LibraryFingerprint(courses: courses, content: content)
            guard seen != now else { return }
            seen = now
            replace(shelf)
        }
    }

    func reload(_ shelf: LibraryShelf) {
        seen.withLock { seen in
            if seen != nil { seen = LibraryFingerprint(courses: courses, content: content) }
            replace(shelf)
        }
    }

    /// A library with an error that the one on the shelf does not have is refused: the last good one goes on being
    /// served.
    private func replace(_ shelf: LibraryShelf) {
        let changed = read()
        if case .previewing = renewal { return shelf.replace(with: changed) }
        let known = Set(shelf.library.findings.filter { $0.severity == .error }.map(\.problem))
        let new = changed.findings.filter { $0.severity == .error && !known.contains($0.problem) }
        guard new.isEmpty else {
            logger.warning("the changed courses have new errors, so the earlier version goes on being served:")
            Bookcase.report(new, logger)
            return shelf.refuse(new)
        }
        logger.notice("the changed courses are on the site")
        shelf.replace(with: changed)
    }
}

extension Addresses {
    /// The library's things at the addresses of this site.
    static let site = Addresses(
        course: { Path.course($0).text },
        lesson: { course, lesson, step in (step.map { Path.step(course, lesson, $0) } ?? .lesson(course, lesson)).text },
        practice: { Path.practice($0, $1).text }, service: { Path.askForHelp($0).text }, picture: { Path.image($0, $1).text })
}
