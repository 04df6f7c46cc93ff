import Courseware
import Dispatch
package import Logging
import Synchronization

/// Puts the courses on the shelf, and again when they changed. A course is read when somebody first asks for it.
package struct Bookcase: Sendable {
    /// When a change comes onto the site.
    package enum Renewal: Sendable {
        /// When it is asked for.
        case onDemand
        /// Before the next page is shown.
        case watching
        /// So too, with every finding, even where the change has errors: the author is looking.
        case previewing(today: @Sendable () -> String)

        fileprivate var today: String? { if case .previewing(let today) = self { today() } else { nil } }
    }

    package let shelf: LibraryShelf
    package let assets: Assets
    /// The same folders, for authors.
    package let manuscript: Manuscript
    private let watcher: Watcher
    private let logger: Logger

    /// - Throws: `AssetMissing` where the pages cannot be drawn.
    package init(courses: String, content: String, renewal: Renewal, logger: Logger) throws {
        assets = try Assets(contentFolder: content)
        manuscript = Manuscript(courses: courses, content: content)
        let watcher = Watcher(LibraryReader(courses: courses, content: content, addresses: .site), renewal, logger)
        self.watcher = watcher
        let library = watcher.latest
        if case .onDemand = renewal { shelf = LibraryShelf(library) } else { shelf = LibraryShelf(library, freshen: watcher.freshen) }
        self.logger = logger
    }

    /// Begins, in a moment, to read the courses that nobody asked for yet, and says in the log what is wrong with them.
    package func readOn() {
        let library = shelf.library
        DispatchQueue(label: "meedoen.reading", qos: .utility).asyncAfter(deadline: .afterFirstVisitor) { [logger] in
            Self.report(library.findings, logger)
        }
    }

    /// Reads again now what changed.
    package func reload() { watcher.reload(shelf) }

    static func report(_ findings: [Finding], _ logger: Logger) {
        for finding in findings where finding.severity == .error { logger.warning("\(finding.text)") }
    }
}

/// Looks whether the folders changed since it last looked.
private final class Watcher: Sendable {
    private let reader: LibraryReader
    private let renewal: Bookcase.Renewal
    private let logger: Logger
    /// As the folders last were, also where that is not what is being served.
    private let seen: Mutex<Library>

    init(_ reader: LibraryReader, _ renewal: Bookcase.Renewal, _ logger: Logger) {
        self.reader = reader
        self.renewal = renewal
        self.logger = logger
        seen = Mutex(reader.read(today: renewal.today))
    }

    var latest: Library { seen.withLock(\.self) }

    /// Puts a changed library on the shelf before anybody goes on: who asks while another is still reading waits, so
    /// that nobody gets the old page after the change was seen.
    func freshen(_ shelf: LibraryShelf) {
        seen.withLock { seen in
            guard let changed = reader.changes(since: seen, today: renewal.today) else { return }
            seen = changed
            replace(shelf, with: changed)
        }
    }

    /// The same, saying so too where nothing changed.
    func reload(_ shelf: LibraryShelf) {
        seen.withLock { seen in
            seen = reader.changes(since: seen, today: renewal.today) ?? seen
            replace(shelf, with: seen)
        }
    }

    /// A library with an error that the one on the shelf does not have is refused: the last good one goes on being
    /// served.
    private func replace(_ shelf: LibraryShelf, with changed: Library) {
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
