import Foundation

/// The file of signed heads. It only grows, so a copy of it elsewhere need only be fetched now and then.
package struct HeadsFile: Sendable {
    package let path: String

    package init(_ path: String) { self.path = path }

    package var exists: Bool { FileManager.default.fileExists(atPath: path) }

    /// The lines with their numbers, from 1; nothing for a line that cannot be read. A last line that was cut off while
    /// it was written is left out: it never was a head.
    func lines() throws(SigningProblem) -> [(number: Int, line: HeadsLine?)] {
        guard exists else { return [] }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { throw .notReadable(path: path) }
        return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().enumerated()
            .filter { !$0.element.hasPrefix("#") && !$0.element.isEmpty }
            .map { ($0.offset + 1, HeadsLine($0.element)) }
    }

    /// The keys that sign, the newest last.
    func keys() throws(SigningProblem) -> [[UInt8]] {
        try lines().compactMap { if case .key(let key) = $0.line { key.publicKey } else { nil } }
    }

    /// Adds a line, and returns after it is durable.
    func append(_ line: HeadsLine) throws(SigningProblem) {
        let file = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw .notWritten(path: path, reason: String(cString: strerror(errno))) }
        defer { close(file) }
        let length = lseek(file, 0, SEEK_END)
        let whole = Self.whole(file, length)
        // Appending behind a line that was cut off would spoil the new one too.
        let isReady = whole == length || ftruncate(file, whole) == 0
        let start = whole == 0 ? "# Signed heads of the audit log of Meedoen. Keep a copy of this file elsewhere.\n" : ""
        let bytes = Array((start + line.text + "\n").utf8)
        guard isReady, write(file, bytes, bytes.count) == bytes.count, fsync(file) == 0 else {
            throw .notWritten(path: path, reason: String(cString: strerror(errno)))
        }
    }

    /// How much of the file is whole lines: a line is far shorter than what is looked at.
    private static func whole(_ file: Int32, _ length: off_t) -> off_t {
        var tail = [UInt8](repeating: 0, count: 4096)
        let start = max(0, length - 4096)
        let count = pread(file, &tail, 4096, start)
        guard count > 0, let end = tail[..<count].lastIndex(of: UInt8(ascii: "\n")) else { return 0 }
        return start + off_t(end) + 1
    }
}
