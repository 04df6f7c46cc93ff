import ArgumentParser
import Foundation
import Mandates
import Storage

/// `meedoen statement verify FILE --keys KEYS`
struct StatementVerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Say whether a signed statement about a mandate is genuine, without a network.",
        discussion: """
            The keys are those that the site publishes at /.well-known/jwks.json. Fetch them once, from the address that you \
            trust. That the mandate was stopped since, nobody can see without asking: the statement says where.

            Exit code 0: genuine, and within its time. 1: not so. 2: it could not be read.
            """)

    @Argument(help: "The file with the statement.") var file: String
    @Option(help: "The file with the published keys.") var keys: String

    func run() async throws {
        try await failing {
            let text = try Self.read(file).trimmingCharacters(in: .whitespacesAndNewlines)
            guard let published = PublishedKeys(json: try Self.read(keys)) else {
                throw Failure("\(keys) is not a set of keys.")
            }
            do throws(StatementFault) {
                let statement = try Statement(verifying: text, by: published, at: Clock.system.now())
                for line in Self.lines(statement) { print(line) }
            } catch {
                print("Do not rely on this statement: \(Self.sentence(error))")
                throw ExitCode(1)
            }
        }
    }

    private static func read(_ path: String) throws(Failure) -> String {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { throw Failure("\(path) cannot be read.") }
        return text
    }

    private static func lines(_ statement: Statement) -> [String] {
        let mandate = statement.mandate
        return [
            "This statement is genuine.", "  stated by   \(statement.iss) at \(time(statement.iat))",
            "  nature      \(mandate.natureText)", "  service     \(mandate.service.label)",
        ] + mandate.operations.map { "  may         \($0.label)" } + [
            "  holds       from \(time(statement.nbf)) until \(time(statement.exp))",
            "  helper      \(statement.sub)", "  represents  \(statement.represents.sub)",
            "Whether it was stopped since, ask at \(mandate.check)",
        ]
    }

    private static func time(_ seconds: Int) -> String {
        Date(timeIntervalSince1970: Double(seconds)).ISO8601Format()
    }

    private static func sentence(_ fault: StatementFault) -> String {
        switch fault {
        case .unreadable: "it is no statement, or something of it is gone."
        case .otherKind: "it is signed in another way, or for something else."
        case .keyUnknown(let id): "none of the keys signed it (it names \(id))."
        case .forged: "something in it was changed."
        case .notYet: "it does not hold yet."
        case .expired: "its time has passed."
        }
    }
}
