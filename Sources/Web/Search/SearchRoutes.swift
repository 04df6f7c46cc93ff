import Courseware
import Hummingbird
import Markup

/// Searching courses, lessons, hard words, services and pages.
struct SearchRoutes: Routes {
    let site: Site

    func add(to router: Router<SiteContext>) {
        router.get("/zoeken", use: show)
    }

    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let query = String(Form(encoded: request.uri.query ?? "")["q"].prefix(200))
        var page = SearchPage(ink: site.ink(context), query: query)
        if !query.allSatisfy(\.isWhitespace) {
            let shown = Set(site.courses(for: context.visitor).map(\.id))
            page.found = await site.search.index(context.language).find(query) { entry in
                entry.course.map(shown.contains) ?? true
            }
        }
        return site.answer(page, request, context)
    }
}

struct SearchPage: Page {
    let ink: Ink
    let query: String
    /// Nothing where nobody searched yet.
    var found: [SearchIndex.Entry]?

    private var labels: Labels { ink.labels }
    var title: String { query.isEmpty ? labels["search.title"] : labels["search.title-of", ["words": query]] }

    var main: HTML {
        #"""
        <div class="narrow">
        <h1>\#(labels["search.title"])</h1>
        \#(form)\#(found.map(results))</div>
        """#
    }

    private func results(_ found: [SearchIndex.Entry]) -> HTML {
        guard !found.isEmpty else {
            return "<p role=\"status\">\(labels["search.nothing", ["words": query]])</p>\n<p>\(labels["search.advice"])</p>\n"
        }
        return #"""
            <p role="status">\#(labels.count("search.found", found.count))</p>
            <ul class="cards">
            \#(each: found, card)</ul>

            """#
    }

    private func card(_ entry: SearchIndex.Entry) -> HTML {
        let title: HTML = entry.address.isEmpty ? "\(entry.title)" : "<a href=\"\(entry.address)\">\(entry.title)</a>"
        return #"""
            <li class="card"\#(ink.lang(entry.language))>
            <p class="small" lang="\#(ink.language.rawValue)">\#(labels["search.kind.\(entry.kind.rawValue)"])</p>
            <h2>\#(title)</h2>
            \#(if: !entry.summary.isEmpty, "<p>\(entry.summary)</p>")</li>

            """#
    }

    private var form: HTML {
        #"""
        <form class="search" role="search" method="get" action="\#(Path.search.text)">
        <div class="field"><label for="q">\#(labels["search.label"])</label>
        <p class="help" id="q-help">\#(labels["search.help"])</p>
        <input id="q" name="q" type="search" value="\#(query)" maxlength="200" aria-describedby="q-help"></div>
        <button>\#(labels["search.button"])</button>
        </form>

        """#
    }
}
