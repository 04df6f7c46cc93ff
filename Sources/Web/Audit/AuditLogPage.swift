import Accounts
import Audit
import Markup
import Storage

/// The whole log, without content: which deed, when, by which of the staff, and about which nameless person.
struct AuditLogPage: Page {
    /// What the auditor asked to see, as it was typed.
    struct Wanted: Sendable {
        /// `2026-11-24`, or empty.
        var day = ""
        var action = ""
        var outcome = ""
        var before: Int?

        /// Nothing was typed as a day, or a day.
        var isUnderstood: Bool { day.isEmpty || Instant.range(ofDay: day) != nil }

        var filter: AuditFilter {
            let range = Instant.range(ofDay: day)
            return AuditFilter(
                from: range?.lowerBound, until: range?.upperBound,
                action: action.isEmpty ? nil : AuditAction(rawValue: action),
                outcome: AuditFilter.Outcome(rawValue: outcome))
        }

        func older(than sequence: Int) -> Path {
            Path(
                "\(Path.auditLog)?dag=\(day.percentEncoded)&handeling=\(action.percentEncoded)"
                    + "&uitkomst=\(outcome.percentEncoded)&voor=\(sequence)")
        }
    }

    let ink: Ink
    let wanted: Wanted
    /// The newest first.
    let entries: [LoggedEntry]
    let actors: [AccountID: Account]
    /// There are older ones.
    let hasMore: Bool

    private var labels: Labels { ink.labels }
    var title: String { labels["audit.title"] }
    var hasErrors: Bool { !wanted.isUnderstood }

    var main: HTML {
        #"""
        \#(summary)<h1>\#(title)</h1>
        <p>\#(labels["audit.introduction"])</p>
        <form method="get" action="\#(Path.auditLog.text)">
        \#(TextField(name: "dag", label: labels["audit.day"], help: labels["audit.day-help"], value: wanted.day, error: problem, isRequired: false).html)\#(choice("handeling", labels["audit.action"], actions, wanted.action))\#(choice("uitkomst", labels["audit.outcome"], outcomes, wanted.outcome))<button>\#(labels["audit.show"])</button>
        </form>
        \#(entries.isEmpty ? "<p role=\"status\">\(labels["audit.nothing"])</p>\n" : table)\#(older)
        """#
    }

    private var problem: String? { wanted.isUnderstood ? nil : labels["audit.day-unfit"] }

    private var summary: HTML {
        ErrorSummary(title: labels["form.summary"], problems: problem.map { [("dag", $0)] } ?? []).html
    }

    private var actions: [(value: String, label: String)] {
        labels.names(in: "log").filter { $0.contains(".") }.sorted().map { ($0, $0) }
    }

    private var outcomes: [(value: String, label: String)] {
        AuditFilter.Outcome.allCases.map { ($0.rawValue, labels["audit.\($0.rawValue)"]) }
    }

    private func choice(_ name: String, _ label: String, _ options: [(value: String, label: String)], _ chosen: String) -> HTML {
        #"""
        <div class="field"><label for="\#(name)">\#(label)</label>
        <select id="\#(name)" name="\#(name)"><option value="">\#(labels["audit.all"])</option>\#(each: options, { #"<option value="\#($0.value)"\#(if: $0.value == chosen, " selected")>\#($0.label)</option>"# })</select></div>

        """#
    }

    private var table: HTML {
        #"""
        <div class="table-scroll" tabindex="0" role="region" aria-label="\#(title)">
        <table>
        <thead><tr>\#(each: ["number", "moment", "who", "action", "object", "whose", "purpose", "outcome", "origin"], { "<th scope=\"col\">\(labels["audit.column.\($0)"])</th>" })</tr></thead>
        <tbody>
        \#(each: entries, row)</tbody>
        </table>
        </div>

        """#
    }

    private func row(_ logged: LoggedEntry) -> HTML {
        let entry = logged.entry
        let outcome =
            switch entry.result {
            case .done: labels["audit.done"]
            case .refused(let reason): "\(labels["audit.refused"]): \(reason)"
            }
        let cells = [
            ink.moment(entry.at), who(logged), entry.action.rawValue, entry.object.kind,
            logged.subjectMark.map(person) ?? "", labels["audit.purpose.\(entry.purpose.rawValue)"], outcome,
            labels["audit.origin.\(entry.origin.rawValue)"],
        ]
        return "<tr><th scope=\"row\">\(logged.sequence)</th>\(each: cells, { "<td>\($0)</td>" })</tr>\n"
    }

    /// Staff by name and role; who learns or is helped stays nameless.
    private func who(_ logged: LoggedEntry) -> String {
        guard let mark = logged.actorMark else { return labels[logged.isByVisitor ? "audit.visitor" : "audit.nobody"] }
        guard let actor = logged.entry.actor.flatMap({ actors[$0] }), actor.isStaff else { return person(mark) }
        return ink.nameAndRoles(of: actor)
    }

    private func person(_ mark: String) -> String { labels["audit.person", ["mark": mark]] }

    private var older: HTML {
        guard hasMore, let last = entries.last else { return "" }
        return #"<p><a href="\#(wanted.older(than: last.sequence).text)">\#(labels["own-log.older"])</a></p>"# + "\n"
    }
}
