import Accounts
import Audit
import Markup
import Storage

/// Who did what with my data: a plain sentence for each deed, day by day.
struct OwnLogPage: Page {
    let ink: Ink
    /// The newest first.
    let entries: [LoggedEntry]
    let actors: [AccountID: Account]
    /// There are older ones.
    let hasMore: Bool

    private var labels: Labels { ink.labels }
    var title: String { labels["own-log.title"] }

    var main: HTML {
        #"""
        <div class="narrow">
        <p class="trail"><a href="\#(Path.help.text)">\#(labels["mandates.help"])</a></p>
        <h1>\#(title)</h1>
        <p>\#(labels["own-log.introduction"])</p>
        \#(if: entries.isEmpty, "<p>\(labels["own-log.nothing"])</p>\n")\#(each: days, day)\#(older)<h2>\#(labels["own-log.erase-title"])</h2>
        <p>\#(labels["own-log.erase"])</p>
        <p><a href="\#(Path.ownErasure.text)">\#(labels["own-log.erase-link"])</a></p>
        </div>
        """#
    }

    /// The entries of one day together.
    private var days: [(day: String, entries: [LoggedEntry])] {
        entries.reduce(into: []) { days, entry in
            let day = ink.day(entry.entry.at)
            if days.last?.day == day {
                days[days.count - 1].entries.append(entry)
            } else {
                days.append((day, [entry]))
            }
        }
    }

    private func day(_ day: (day: String, entries: [LoggedEntry])) -> HTML {
        #"""
        <h2>\#(day.day)</h2>
        <ul class="log">
        \#(each: day.entries, sentence)</ul>

        """#
    }

    private func sentence(_ logged: LoggedEntry) -> HTML {
        let refused = logged.entry.result == .done ? "" : " \(labels["log.refused"])"
        return """
            <li>\(ink.time(logged.entry.at)) \(who(logged)) \(labels["log.\(logged.entry.action.rawValue)"])\(refused).</li>

            """
    }

    private func who(_ logged: LoggedEntry) -> String {
        if logged.entry.actor == ink.account?.id { return labels["log.you"] }
        if logged.isActorErased { return labels["log.erased"] }
        guard let actor = logged.entry.actor.flatMap({ actors[$0] }) else {
            return labels[logged.isByVisitor ? "log.visitor" : "log.somebody"]
        }
        return ink.nameAndRoles(of: actor)
    }

    private var older: HTML {
        guard hasMore, let last = entries.last else { return "" }
        return #"""
            <p><a href="\#(Path.ownLog(before: last.sequence).text)">\#(labels["own-log.older"])</a></p>

            """#
    }
}

extension Ink {
    /// `Carla (coach)`.
    func nameAndRoles(of account: Account) -> String {
        let roles = Role.allCases.filter(account.roles.contains).map { labels["role.\($0.rawValue)"] }
        return "\(account.name ?? labels["log.erased"]) (\(roles.joined(separator: ", ")))"
    }
}
