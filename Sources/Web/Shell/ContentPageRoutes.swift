import Courseware
import Hummingbird
import Markup

/// The pages of Content/pages: about, privacy, accessibility.
struct ContentPageRoutes: Routes {
    let site: Site

    /// Where each page of Content/pages stands.
    static let pages: [String: Path] = ["about": .about, "privacy": .privacy, "accessibility": .accessibility]

    func add(to router: Router<SiteContext>) {
        for (id, path) in Self.pages {
            router.get(RouterPath(path.text)) { request, context in try show(id, request, context) }
        }
    }

    private func show(_ id: String, _ request: Request, _ context: SiteContext) throws -> Response {
        guard let text = site.library.pages[id] else { throw Interruption.notFound }
        return site.answer(
            ContentPage(
                ink: site.ink(context), text: text[context.language], language: text.language(for: context.language)),
            request, context)
    }
}

struct ContentPage: Page {
    let ink: Ink
    let text: PageText
    let language: Language

    var title: String { text.title }
    var main: HTML {
        #"""
        <div class="narrow">
        \#(ReadAloud(ink.labels).html)<div class="prose" lang="\#(language.rawValue)"><h1>\#(title)</h1>\#(text.body)</div>
        </div>
        """#
    }
}
