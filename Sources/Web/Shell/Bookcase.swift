import Courseware
package import Logging
import Synchronization

/// Reads the courses and puts them on the shelf; where they are watched, again as soon as something changed.
package struct Bookcase: Sendable {
    package let shelf: LibraryShelf
    package let assets: Assets

    /// - Throws: `AssetMissing` where the pages cannot be drawn.
    package init(courses: String, content: String, watching: Bool, logger: Logger) throws {
        assets = try Assets(contentFolder: content)
        let reader = LibraryReader(courses: courses, content: content, addresses: .site)
        let library = reader.read()
        Self.report(library.findings, logger)
        guard watching else {
            shelf = LibraryShelf(library)
            return
        }
        let watcher = Watcher(reader, courses: courses, content: content, logger)
        shelf = LibraryShelf(library, freshen: watcher.freshen)
    }

    static func report(_ findings: [Finding], _ logger: Logger) {
        for finding in findings where finding.severity == .error { logger.warning("\(finding.text)") }
    }
}

/// Looks whether the folders changed since it last looked.
private final class Watcher: Sendable {
    private let reader: LibraryReader
    private let courses: String
    private let content: String
    private let logger: Logger
    private let seen: Mutex<LibraryFingerprint>

    init(_ reader: LibraryReader, courses: String, content: String, _ logger: Logger) {
        self.reader = reader
        self.courses = courses
        self.content = content
        self.logger = logger
        seen = Mutex(LibraryFingerprint(courses: courses, content: content))
    }

    /// Puts a changed library on the shelf before anybody goes on: who asks while another is still reading waits, so
    /// that nobody gets the old page after the change was seen.
    func freshen(_ shelf: LibraryShelf) {
        seen.withLock { seen in
            let now = LibraryFingerprint(courses: courses, content: content)
            guard seen != now else { return }
            seen = now
            if let changed = changed(from: shelf.library) { shelf.replace(with: changed) }
        }
    }

    /// The changed library; nothing where it has an error that the one on the shelf does not have: then the last good
    /// one goes on being served.
    private func changed(from library: Library) -> Library? {
        let changed = reader.read()
        let known = Set(library.findings.filter { $0.severity == .error }.map(\.problem))
        let new = changed.findings.filter { $0.severity == .error && !known.contains($0.problem) }
        guard new.isEmpty else {
            logger.warning("the changed courses have new errors, so the earlier version goes on being served:")
            Bookcase.report(new, logger)
            return nil
        }
        logger.notice("the changed courses are on the site")
        return changed
    }
}

extension Addresses {
    /// The library's things at the addresses of this site.
    static let site = Addresses(
        course: { Path.course($0).text },
        lesson: { course, lesson, step in (step.map { Path.step(course, lesson, $0) } ?? .lesson(course, lesson)).text },
        practice: { Path.practice($0, $1).text }, service: { Path.askForHelp($0).text }, picture: { Path.image($0, $1).text })
}
