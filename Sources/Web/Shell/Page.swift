import Accounts
import Courseware
import Markup
import Storage

/// A page: a value that draws itself.
protocol Page: Sendable {
    /// Stands in the title bar, before the name of the site.
    var title: String { get }
    /// Everything inside `<main>`, with the page's one `h1`.
    var main: HTML { get }
    /// The form came back with something wrong: the title bar says so first.
    var hasErrors: Bool { get }
    /// Practice pages have a frame of their own.
    var kind: PageKind { get }
}

enum PageKind: String {
    case ordinary
    case practice
    /// Little around it, for paper.
    case paper
}

extension Page {
    var hasErrors: Bool { false }
    var kind: PageKind { .ordinary }
}

/// What every page draws with.
struct Ink: Sendable {
    let labels: Labels
    /// In which the visitor reads; the labels around the text can be in another.
    let language: Language
    let library: Library
    let account: Account?
    let world: World
    /// To draw into a form. A stranger's page has none: it is the same for everybody.
    var formID: HTML { account == nil ? "" : FormID(world).html }

}
