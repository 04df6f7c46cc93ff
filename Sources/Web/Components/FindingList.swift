import Courseware
import Markup

/// What authors can mend, each with its file and line. Findings are written in English.
struct FindingList {
    let findings: [Finding]

    var html: HTML {
        guard !findings.isEmpty else { return "" }
        return #"""
            <ul lang="en">\#(each: findings, { #"<li class="\#($0.severity.rawValue)"><code>\#($0.path):\#($0.line)</code> \#($0.problem) (\#($0.remedy))</li>"# })</ul>

            """#
    }
}
