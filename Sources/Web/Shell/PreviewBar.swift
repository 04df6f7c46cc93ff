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
    /// How many errors there are in all files.
    let errors: Int
    /// Nothing where the page is not a practice.
    let flags: [PracticeFlag]?
    let generation: Int

    var html: HTML {
        #"""
        <aside class="preview-bar" data-preview="\#(generation)" aria-label="\#(labels["preview.title"])">
        <p><strong>\#(labels["preview.title"])</strong> \#(labels.count("preview.here", findings.count)) \#(labels.count("preview.errors", errors))</p>
        \#(flags.map(flagLine))\#(if: !findings.isEmpty, list)</aside>

        """#
    }

    private func flagLine(_ flags: [PracticeFlag]) -> HTML {
        "<p>\(labels["preview.flags"]) \(flags.isEmpty ? labels["preview.no-flags"] : flags.joined(separator: ", "))</p>\n"
    }

    private var list: HTML {
        #"""
        <ul lang="en">\#(each: findings, { #"<li class="\#($0.severity.rawValue)"><code>\#($0.path):\#($0.line)</code> \#($0.problem) (\#($0.remedy))</li>"# })</ul>

        """#
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
    func preview(_ page: any Page, _ request: Request, _ context: SiteContext) -> PreviewBar {
        let library = library
        return PreviewBar(
            labels: Labels(context.language, in: library), findings: findings(shownAt: request.uri.path, context, library),
            errors: library.findings.count { $0.severity == .error },
            flags: (page as? PracticePage)?.state.flags.sorted(), generation: shelf.generation)
    }

    /// Those of the file that the address shows, in the language that is shown.
    private func findings(shownAt path: String, _ context: SiteContext, _ library: Library) -> [Finding] {
        let parts = path.split(separator: "/").map(String.init)
        guard parts.count >= 2, let id = CourseID(rawValue: parts[1]), let course = library.course(id) else { return [] }
        switch (parts[0], parts.count) {
        case ("cursussen", 2): return library.findings(inCourseFileOf: course, context.language)
        case ("cursussen", 3...):
            return LessonID(rawValue: parts[2]).flatMap { course.lesson($0) }.map { library.findings(in: $0, context.language) } ?? []
        case ("oefeningen", 3...):
            return PracticeID(rawValue: parts[2]).flatMap { course.practice($0) }.map { library.findings(in: $0, context.language) } ?? []
        default: return []
        }
    }
}
