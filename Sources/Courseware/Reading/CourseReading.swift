/// What one folder of Courses gives: read when it is first asked for, and then kept as it was. A course that did not
/// change passes from one library to the next.
final class CourseReading: Sendable {
    struct Contents: Sendable {
        /// Nothing where the folder has no course.md that can be read.
        let course: Course?
        /// Of everything in the folder, sorted by place.
        let findings: [Finding]
        let errors: Int
        /// What links of other folders can lead to.
        let anchors: [Anchors.Target: [String]]
        let references: [AnchorReference]
    }

    let front: CourseFront
    private let once: Once<Contents>

    /// - Parameter today: `2026-11-24`; nothing where time and language shall not count.
    init(_ front: CourseFront, _ map: SiteMap, _ personas: [PersonaID: Persona], today: String?) {
        self.front = front
        once = Once {
            // The trees of the texts are let go again: they are ten times as large as what is drawn from them.
            let folder = SiteDocuments.CourseFolder(front)
            let site = CheckedSite(documents: SiteDocuments(folder), map: map, personas: personas, today: today)
            let findings = Checks.findings(in: site)
            return Contents(
                course: CourseReader(map: map, personas: personas).course(folder), findings: findings, errors: findings.errorCount,
                anchors: site.anchors.ids, references: AnchorReference.all(in: site))
        }
    }

    var contents: Contents { once.value }
    /// Nothing where nobody asked for it yet.
    var contentsIfRead: Contents? { once.valueIfMade }
}

/// What the folder Content gives.
final class ContentReading: Sendable {
    let listing: ContentListing
    let personas: [PersonaID: Persona]
    let services: [Service]
    let mandateTexts: [MandateText]
    let pages: [String: Localized<PageText>]
    let words: [Language: [String]]
    private let checked: Once<(findings: [Finding], references: [AnchorReference])>

    init(_ documents: SiteDocuments, _ listing: ContentListing, _ map: SiteMap, today: String?) {
        self.listing = listing
        let personas = PersonaReader(map: map).personas(documents.personas)
        self.personas = personas
        services = ServiceReader(map: map).services(documents.services)
        mandateTexts = PageReader(map: map).mandateTexts(documents.mandateTexts)
        pages = PageReader(map: map).pages(documents.pages)
        words = WordReader.words(documents.wordFiles)
        checked = Once {
            let site = CheckedSite(documents: documents, map: map, personas: personas, today: today)
            return (Checks.findings(in: site), AnchorReference.all(in: site))
        }
    }

    /// Sorted by place.
    var findings: [Finding] { checked.value.findings }
    var references: [AnchorReference] { checked.value.references }
}
