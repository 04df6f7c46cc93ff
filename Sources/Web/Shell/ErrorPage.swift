import Markup

/// One calm page for what cannot be done: what happened, and what to do now.
struct ErrorPage: Page {
    let labels: Labels
    /// `error.…`: a title, a sentence and an advice stand behind it.
    let label: String
    var values: [String: String] = [:]
    /// Lets a visitor's question be found in the log.
    let requestID: String

    var title: String { labels["\(label).title", values] }

    var main: HTML {
        #"""
        <div class="narrow">
        <h1>\#(title)</h1>
        <p>\#(labels["\(label).sentence", values])</p>
        <p>\#(labels["\(label).advice", values])</p>
        <p><a class="button" href="\#(Path.home.text)">\#(labels["error.home"])</a></p>
        <p class="small">\#(labels["error.number"]) \#(requestID)</p>
        </div>
        """#
    }
}
