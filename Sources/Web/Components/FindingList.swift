import Courseware
import Markup

/// What authors can mend, each with its file and line. Findings are written in English.
struct FindingList {
    let findings: [Finding]

    var html: HTML {
        guard !findings.isEmpty else { return "" }
        return #"""
            <ul lang="en">\#(each: findings, { #"<li class="\#($0.severity.rawValue)"><code>\#(place($0))</code> \#($0.problem) (\#($0.remedy))</li>"# })</ul>

            """#
    }

    /// `Content/pages/about.nl.md:3`, however deep the folders stand on the server.
    private func place(_ finding: Finding) -> String {
        "\(finding.path.split(separator: "/").suffix(3).joined(separator: "/")):\(finding.line)"
    }
}
