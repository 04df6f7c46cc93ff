/// Reads the folders of courses and content into one library.
package struct LibraryReader: Sendable {
    let courses: String
    let content: String
    private let addresses: Addresses

    package init(courses: String, content: String, addresses: Addresses = .none) {
        self.courses = courses
        self.content = content
        self.addresses = addresses
    }

    /// Never fails: what authors did wrong stands in the library's findings, and what could be read can be served.
    /// The content is read at once, a course when it is first asked for.
    ///
    /// - Parameter today: `2026-11-24`, for what was checked long ago and for how texts read; nothing leaves that out.
    package func read(today: String? = nil) -> Library { read(SiteListing(courses: courses, content: content), today, after: nil) }

    /// The library as it is now, in which everything that did not change is taken over; nothing where nothing changed.
    package func changes(since library: Library, today: String? = nil) -> Library? {
        let listing = SiteListing(courses: courses, content: content)
        let isSame = listing == library.source.listing && today == library.source.today
        return isSame ? nil : read(listing, today, after: library.source)
    }

    private func read(_ listing: SiteListing, _ today: String?, after old: LibrarySource?) -> Library {
        let known = Dictionary(
            (old?.readings ?? []).map { ($0.front.listing.path, $0) }, uniquingKeysWith: { first, _ in first })
        let fronts = Parallel.map(listing.courses) { listing in
            known[listing.path].flatMap { $0.front.listing == listing ? $0.front : nil } ?? CourseFront(listing)
        }
        let names = Dictionary(
            fronts.compactMap { front in front.id.map { ($0, front.names) } }, uniquingKeysWith: { first, _ in first })
        if let old, old.listing.content == listing.content, old.map.courses == names, old.today == today {
            let readings = fronts.map { front in
                known[front.listing.path].flatMap { $0.front.listing == front.listing ? $0 : nil }
                    ?? CourseReading(front, old.map, old.content.personas, today: today)
            }
            return Library(LibrarySource(listing: listing, today: today, map: old.map, content: old.content, readings: readings))
        }
        let documents = SiteDocuments(listing.content)
        let map = SiteMap(documents, names, addresses)
        let content = ContentReading(documents, listing.content, map, today: today)
        let readings = fronts.map { CourseReading($0, map, content.personas, today: today) }
        return Library(LibrarySource(listing: listing, today: today, map: map, content: content, readings: readings))
    }
}

/// What a library was read from.
struct LibrarySource: Sendable {
    let listing: SiteListing
    let today: String?
    let map: SiteMap
    let content: ContentReading
    /// In the order of the folders.
    let readings: [CourseReading]
}
