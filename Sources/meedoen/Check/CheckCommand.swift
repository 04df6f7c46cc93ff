import ArgumentParser
import Courseware
import Foundation
import Storage

/// `meedoen check [PATH …]`
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Say what authors can mend: file, line, column, and what to type.",
        discussion: """
            PATH is a folder that holds Courses/ and Content/, a course folder, or one file, which is read together \
            with the site around it. Without PATH: this folder.

            Exit code 0: no errors. 1: errors. 2: it could not run.
            """)

    @Argument(help: "What to check.") var paths: [String] = ["."]
    @Option(help: "text, json, sarif or github.") var format = FindingFormat.text
    @Option(help: "Only this rule; can be given more than once.") var rule: [String] = []
    @Flag(help: "Write the ids that are missing into the files.") var fix = false

    func run() throws {
        do {
            if let unknown = rule.first(where: { !Finding.rules.contains($0) }) {
                throw Failure("there is no rule \(unknown); there are: \(Finding.rules.sorted().joined(separator: ", ")).")
            }
            let targets = try paths.map(CheckTarget.init)
            if fix { try targets.forEach { try $0.writeIds() } }
            let findings = targets.flatMap { $0.findings(today: Surroundings.today) }.inOrder
                .filter { rule.isEmpty || rule.contains($0.rule) }
            print(format.text(of: findings), terminator: "")
            if format == .text { Surroundings.say(FindingFormat.summary(findings)) }
            if findings.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
        } catch let failure as Failure {
            throw failure.exit
        }
    }
}
