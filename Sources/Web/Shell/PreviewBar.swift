import Courseware
import HTTPTypes
import Hummingbird
import Markup
import ServiceLifecycle

/// What an author sees below each page of a preview: what can be mended in the file that is shown, and in a practice
/// the flags that are set.
struct PreviewBar {
    let labels: Labels
    let findings: [Finding]
    /// How many errors there are in all files that were read until now.
    let errors: Int
    /// Nothing where the page is not a practice.
    let flags: [PracticeFlag]?
    let generation: Int

    var html: HTML {
        #"""
        <aside class="preview-bar" data-preview="\#(generation)" aria-label="\#(labels["preview.title"])">
        <p><strong>\#(labels["preview.title"])</strong> \#(labels.count("preview.here", findings.count)) \#(labels.count("preview.errors", errors))</p>
        \#(flags.map(flagLine))\#(FindingList(findings: findings).html)</aside>

        """#
    }

    private func flagLine(_ flags: [PracticeFlag]) -> HTML {
        "<p>\(labels["preview.flags"]) \(flags.isEmpty ? labels["preview.no-flags"] : flags.joined(separator: ", "))</p>\n"
    }
}

/// Tells an open page of a preview that something was saved.
struct PreviewRoutes: Routes {
    let site: Site

    func add(to router: Router<SiteContext>) {
        guard site.settings.isPreview else { return }
        router.get("/voorbeeld/verandering", use: wait)
    }

    /// Answers as soon as the courses are others than the page knows, or else after twenty seconds.
    private func wait(_ request: Request, _ context: SiteContext) async throws -> Response {
        let known = Form(encoded: request.uri.query ?? "")["sinds"]
        for _ in 0..<200 where String(site.shelf.generation) == known && !Task.isShuttingDownGracefully {
            try await Task.sleep(for: .milliseconds(100))
            site.shelf.refresh()
        }
        return Response(
            status: .ok, headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: .init(string: String(site.shelf.generation))))
    }
}

extension Site {
    func preview(_ page: any Page, _ context: SiteContext) -> PreviewBar {
        let library = library
        return PreviewBar(
            labels: Labels(context.language, in: library), findings: findings(shownBy: page, context.language, library),
            errors: library.errorsUntilNow,
            flags: (page as? PracticePage)?.state.flags.sorted(), generation: shelf.generation)
    }

    /// Those of the file that the page shows, in the language that is shown.
    private func findings(shownBy page: any Page, _ language: Language, _ library: Library) -> [Finding] {
        switch page {
        case let page as CoursePage: library.findings(inCourseFileOf: page.course, language)
        case let page as LessonPage: library.findings(in: page.lesson, language)
        case let page as StepPage: library.findings(in: page.lesson, language)
        case let page as PracticePage: library.findings(in: page.practice, language)
        // Where nothing else is shown, whatever keeps a file from being read.
        case is ErrorPage: Array(library.findings.filter { $0.severity == .error }.prefix(20))
        default: []
        }
    }
}
