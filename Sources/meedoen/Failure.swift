import ArgumentParser
import Audit
import Foundation

/// Ends the command with one sentence on standard error, and exit code 2: it could not do its work.
struct Failure: Error {
    let sentence: String

    init(_ sentence: String) { self.sentence = sentence }

    var exit: ExitCode {
        FileHandle.standardError.write(Data("meedoen: \(sentence)\n".utf8))
        return ExitCode(2)
    }
}

/// Runs the work of a command; a failure becomes its sentence.
func failing(with work: () async throws -> Void) async throws {
    do {
        try await work()
    } catch let failure as Failure {
        throw failure.exit
    }
}

/// What cannot be signed or read ends the command with its sentence.
func reporting(_ work: () async throws -> Void) async throws {
    do {
        try await work()
    } catch let problem as SigningProblem {
        throw Failure("\(problem).")
    }
}
