import Accounts
import Coaching
import Courseware
import Learning
import Markup
import Storage

/// Who is where, and who needs help: one line for each learner, one column for each lesson.
struct GroupPage: Page {
    let ink: Ink
    let group: Group
    let courses: [Course]
    let course: Course
    let dashboard: Dashboard
    let now: Instant
    var newName = ""
    var refusal: RegistrationRefusal?

    /// Drawn once: a large group has thousands of cells and four states.
    private let cells: [LessonProgress.State: HTML]

    init(ink: Ink, group: Group, courses: [Course], course: Course, dashboard: Dashboard, now: Instant) {
        self.ink = ink
        self.group = group
        self.courses = courses
        self.course = course
        self.dashboard = dashboard
        self.now = now
        cells = Self.cells(ink.labels)
    }

    private var labels: Labels { ink.labels }
    var title: String { group.name }
    var hasErrors: Bool { refusal != nil }

    var main: HTML {
        #"""
        <p class="trail"><a href="\#(Path.groups.text)">\#(labels["coaching.groups"])</a></p>
        <h1>\#(title)</h1>
        \#(summary)<nav aria-label="\#(labels["coaching.course"])"><ul class="tabs">
        \#(each: courses, tab)</ul></nav>
        \#(dashboard.lines.isEmpty ? empty : table)<h2>\#(labels["coaching.new-learner"])</h2>
        <form method="post" action="\#(Path.newLearner(group.id).text)" novalidate>
        \#(TextField(name: "naam", label: labels["coaching.learner-name"], help: labels["coaching.learner-help"], value: newName, error: problem).html)
        <button>\#(labels["coaching.make-card"])</button>
        </form>
        """#
    }

    private var empty: HTML { "<p>\(labels["coaching.no-learners"])</p>\n" }

    private func tab(_ other: Course) -> HTML {
        #"""
        <li><a href="\#(Path.group(group.id, other.id).text)"\#(if: other.id == course.id, #" aria-current="page""#)\#(ink.lang(other.texts))>\#(other.texts[ink.language].title)</a></li>

        """#
    }

    private var table: HTML {
        #"""
        <div class="table-scroll" tabindex="0" role="region" aria-label="\#(labels["coaching.table"])">
        <table>
        <thead><tr><th scope="col">\#(labels["coaching.learner"])</th><th scope="col">\#(labels["coaching.last-active"])</th>\#(each: course.lessons, { "<th scope=\"col\"\(ink.lang($0.texts))>\($0.texts[ink.language].title)</th>" })</tr></thead>
        <tbody>
        \#(each: dashboard.lines, row)</tbody>
        </table>
        </div>

        """#
    }

    private func row(_ line: Dashboard.Line) -> HTML {
        let path = Path.learner(group.id, line.member.account).text
        return #"""
            <tr><th scope="row"><a href="\#(path)">\#(line.member.name)</a></th><td>\#(ago(line.lastActiveAt))</td>\#(each: course.lessons, {
                cells[line.state(of: $0.id)] ?? ""
            })</tr>

            """#
    }

    private static func cells(_ labels: Labels) -> [LessonProgress.State: HTML] {
        Dictionary(
            uniqueKeysWithValues: LessonProgress.State.allCases.map { state in
                (state, #"<td class="state-\#(state.rawValue)">\#(labels["state.\(state.rawValue)"])</td>"#)
            })
    }

    private func ago(_ instant: Instant?) -> String {
        guard let instant else { return labels["ago.never"] }
        let minutes = (now - instant).wholeMilliseconds / 60_000
        switch minutes {
        case ..<2: return labels["ago.now"]
        case ..<120: return labels["ago.minutes", ["count": String(minutes)]]
        case ..<2880: return labels["ago.hours", ["count": String(minutes / 60)]]
        default: return labels["ago.days", ["count": String(minutes / 1440)]]
        }
    }

    private var problem: String? {
        switch refusal {
        case .nameMissing: labels["name.missing"]
        case .nameUnusable: labels["name.unusable"]
        case nil: nil
        }
    }

    private var summary: HTML {
        ErrorSummary(title: labels["form.summary"], problems: problem.map { [("naam", $0)] } ?? []).html
    }
}
