import Foundation

/// A small file that is replaced as a whole: whoever reads it, also after the power failed, finds the old text or the new.
package struct DurableFile: Sendable {
    private let path: String

    package init(_ path: String) { self.path = path }

    /// Returns after it is durable. What is secret only its owner can read.
    package func replace(with text: String, isSecret: Bool) throws(SigningProblem) {
        let unfinished = path + ".unfinished"
        let file = open(unfinished, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, isSecret ? 0o600 : 0o644)
        guard file >= 0 else { throw .notWritten(path: path, reason: String(cString: strerror(errno))) }
        let bytes = Array(text.utf8)
        let isWritten = write(file, bytes, bytes.count) == bytes.count && fsync(file) == 0
        close(file)
        guard isWritten, rename(unfinished, path) == 0 else {
            throw .notWritten(path: path, reason: String(cString: strerror(errno)))
        }
    }
}
