import Foundation

/// The file with the secret key, readable by its owner only.
///
/// It is a file and not a row of the database, so that neither a copy of the database nor somebody who can write in it
/// can sign anything.
package struct SigningKeyFile: Sendable {
    package let path: String

    package init(_ path: String) { self.path = path }

    /// Nothing where there is no file.
    func read() throws(HeadsProblem) -> SigningKey? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8),
            let line = text.split(separator: "\n").first(where: { !$0.hasPrefix("#") }),
            let seed = Hex.bytes(line, count: 32)
        else { throw .keyUnreadable(path: path) }
        return SigningKey(seed: seed)
    }

    /// Puts the key in place of the one before, all of it or nothing.
    func write(_ key: SigningKey) throws(HeadsProblem) {
        let text = "# Meedoen signs the heads of its audit log with this. Keep it secret, apart from the database.\n"
            + Hex.text(key.seed) + "\n"
        let unfinished = path + ".unfinished"
        let file = open(unfinished, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .notWritten(path: path, reason: String(cString: strerror(errno))) }
        let bytes = Array(text.utf8)
        let isWritten = Foundation.write(file, bytes, bytes.count) == bytes.count && fsync(file) == 0
        close(file)
        guard isWritten, rename(unfinished, path) == 0 else {
            throw .notWritten(path: path, reason: String(cString: strerror(errno)))
        }
    }
}

/// Why heads cannot be signed or read.
package enum HeadsProblem: Error, Equatable {
    case keyUnreadable(path: String)
    /// There are signed heads, and the key that signed them is gone.
    case keyMissing(path: String, heads: String)
    case notReadable(path: String)
    case notWritten(path: String, reason: String)
}

extension HeadsProblem: CustomStringConvertible {
    package var description: String {
        switch self {
        case .keyUnreadable(let path): "\(path) holds no key for the audit log"
        case .keyMissing(let path, let heads):
            "there is no key \(path), but \(heads) holds heads that were signed with it; put the key back, or move "
                + "\(heads) away to begin a new file with a new key"
        case .notReadable(let path): "\(path) cannot be read"
        case .notWritten(let path, let reason): "\(path) cannot be written (\(reason))"
        }
    }
}
