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

extension Finding: Comparable {
    package static func < (left: Finding, right: Finding) -> Bool {
        (left.path, left.line, left.column, left.rule, left.problem)
            < (right.path, right.line, right.column, right.rule, right.problem)
    }
}
