import ArgumentParser
import Courseware
import Foundation

/// How findings are printed.
enum FindingFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case sarif
    case github

    func text(of findings: [Finding]) -> String {
        switch self {
        case .text: findings.map { $0.text + "\n" }.joined()
        case .json: encoded(findings.map(JSONFinding.init))
        case .sarif: encoded(Sarif(findings))
        case .github: findings.map { annotation($0) + "\n" }.joined()
        }
    }

    /// `1 error, 0 warnings`
    static func summary(_ findings: [Finding]) -> String {
        let errors = findings.errorCount
        let warnings = findings.count - errors
        return "\(errors) error\(errors == 1 ? "" : "s"), \(warnings) warning\(warnings == 1 ? "" : "s")"
    }

    private func encoded(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(value) else { return "" }
        return String(decoding: data, as: UTF8.self) + "\n"
    }

    /// GitHub's workflow commands: the value may hold neither `%` nor a line's end.
    private func annotation(_ finding: Finding) -> String {
        func escaped(_ text: String, _ more: [(String, String)] = []) -> String {
            ([("%", "%25"), ("\r", "%0D"), ("\n", "%0A")] + more).reduce(text) { $0.replacing($1.0, with: $1.1) }
        }
        let path = escaped(finding.path, [(":", "%3A"), (",", "%2C")])
        let message = escaped("\(finding.problem) (\(finding.remedy)) [\(finding.rule)]")
        return "::\(finding.severity.rawValue) file=\(path),line=\(finding.line),col=\(finding.column)::\(message)"
    }
}

private struct JSONFinding: Encodable {
    let path: String
    let line: Int
    let column: Int
    let severity: String
    let rule: String
    let problem: String
    let remedy: String

    init(_ finding: Finding) {
        path = finding.path
        line = finding.line
        column = finding.column
        severity = finding.severity.rawValue
        rule = finding.rule
        problem = finding.problem
        remedy = finding.remedy
    }
}

/// The part of SARIF 2.1.0 that editors and Git hosts read.
private struct Sarif: Encodable {
    struct Text: Encodable { let text: String }
    struct Driver: Encodable {
        let name = "meedoen"
        let version = Version.text
        let rules: [Rule]
    }
    struct Rule: Encodable { let id: String }
    struct Tool: Encodable { let driver: Driver }
    struct Region: Encodable {
        let startLine: Int
        let startColumn: Int
    }
    struct Artifact: Encodable {
        let uri: String

        init(path: String) { uri = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path }
    }
    struct Physical: Encodable {
        let artifactLocation: Artifact
        let region: Region
    }
    struct Location: Encodable { let physicalLocation: Physical }
    struct Result: Encodable {
        let ruleId: String
        let level: String
        let message: Text
        let locations: [Location]
    }
    struct Run: Encodable {
        let tool: Tool
        let columnKind = "unicodeCodePoints"
        let results: [Result]
    }

    let version = "2.1.0"
    let schema = "https://json.schemastore.org/sarif-2.1.0.json"
    let runs: [Run]

    enum CodingKeys: String, CodingKey {
        case version
        case schema = "$schema"
        case runs
    }

    init(_ findings: [Finding]) {
        let rules = Set(findings.map(\.rule)).sorted().map(Rule.init)
        var files = FileLines()
        let results = findings.map { finding in
            let region = Region(startLine: finding.line, startColumn: files.codePointColumn(of: finding))
            let place = Physical(artifactLocation: Artifact(path: finding.path), region: region)
            return Result(
                ruleId: finding.rule, level: finding.severity.rawValue,
                message: Text(text: "\(finding.problem) (\(finding.remedy))"), locations: [Location(physicalLocation: place)])
        }
        runs = [Run(tool: Tool(driver: Driver(rules: rules)), results: results)]
    }
}

/// SARIF counts columns in code points, findings in characters: 👩‍👧 is one of these and three of those.
private struct FileLines {
    private var lines: [String: [Substring]] = [:]

    mutating func codePointColumn(of finding: Finding) -> Int {
        let file = lines[finding.path] ?? Self.read(finding.path)
        lines[finding.path] = file
        guard file.indices.contains(finding.line - 1) else { return finding.column }
        return String(file[finding.line - 1].prefix(finding.column - 1)).unicodeScalars.count + 1
    }

    private static func read(_ path: String) -> [Substring] {
        let data = FileManager.default.contents(atPath: path) ?? Data()
        return String(decoding: data, as: UTF8.self).replacing("\r\n", with: "\n").replacing("\r", with: "\n")
            .split(separator: "\n", omittingEmptySubsequences: false)
    }
}
