/// Something that an author can mend: where it is, what it is, and what to type.
package struct Finding: Sendable, Hashable {
    package enum Severity: String, Sendable {
        case error
        case warning
    }

    /// Beside the folder that was read, with slashes.
    package var path: String
    /// From 1.
    package var line: Int
    /// In characters, from 1.
    package var column: Int
    package var severity: Severity
    package var rule: String
    package var problem: String
    package var remedy: String

    /// `path:line:column: error: sentence (remedy) [rule]`
    package var text: String {
        "\(path):\(line):\(column): \(severity.rawValue): \(problem) (\(remedy)) [\(rule)]"
    }
}

extension Finding {
    /// The names of all rules, as the authoring format has them.
    package static let rules: Set<String> = [
        "front-matter", "unknown-key", "required-key", "duplicate-id", "missing-id", "broken-link", "broken-anchor",
        "missing-image", "missing-alt", "raw-html", "heading-order", "empty-step", "question-without-answer",
        "question-kind", "unknown-term", "unknown-persona", "unknown-detail", "unknown-service", "practice-dead-end",
        "practice-unreachable", "practice-no-finish", "real-bsn", "translation-steps-differ", "unsafe-link",
        "long-sentence", "long-text", "hard-word", "passive-voice", "jargon", "vague-link", "question-without-id",
        "no-feedback", "no-source", "checked-long-ago", "translation-outdated", "low-contrast-image-text", "readability",
    ]
}

extension Finding: Comparable {
    package static func < (left: Finding, right: Finding) -> Bool {
        if left.path != right.path { return left.path < right.path }
        if left.line != right.line { return left.line < right.line }
        if left.column != right.column { return left.column < right.column }
        return left.rule == right.rule ? left.problem < right.problem : left.rule < right.rule
    }
}

extension [Finding] {
    package var errorCount: Int { count { $0.severity == .error } }

    /// Sorted by place, each once.
    package var inOrder: [Finding] {
        var findings: [Finding] = []
        for finding in sorted() where finding != findings.last { findings.append(finding) }
        return findings
    }
}
