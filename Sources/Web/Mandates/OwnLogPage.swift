import Accounts
import Audit
import Markup

/// Who did what with my data, in plain sentences.
struct OwnLogPage: Page {
    struct Line: Sendable {
        let entry: AuditEntry
        let actor: String?
    }

    let ink: Ink
    let lines: [Line]

    private var labels: Labels { ink.labels }
    var title: String { labels["mandates.own-log"] }

    var main: HTML {
        #"""
        <div class="narrow">
        <p class="trail"><a href="\#(Path.help.text)">\#(labels["mandates.help"])</a></p>
        <h1>\#(title)</h1>
        <ul>
        \#(each: lines, sentence)</ul>
        </div>
        """#
    }

    private func sentence(_ line: Line) -> HTML {
        let who = line.entry.actor == ink.account?.id ? labels["log.you"] : line.actor ?? labels["log.somebody"]
        let what = labels["log.\(line.entry.action.rawValue)"]
        let refused = line.entry.result == .done ? "" : " \(labels["log.refused"])"
        return "<li>\(ink.moment(line.entry.at)): \(who) \(what)\(refused)</li>\n"
    }
}
