import Foundation
import Storage

/// The file with the secret key, readable by its owner only.
///
/// It is a file and not a row of the database, so that neither a copy of the database nor somebody who can write in it
/// can sign anything.
package struct SigningKeyFile: Sendable {
    /// What the key signs, as it stands above the key.
    package enum Purpose: String, Sendable {
        case heads = "the heads of its audit log"
        case statements = "its statements about mandates"
    }

    package let path: String
    private let purpose: Purpose

    package init(_ path: String, for purpose: Purpose = .heads) {
        self.path = path
        self.purpose = purpose
    }

    /// Nothing where there is no file.
    package func read() throws(SigningProblem) -> SigningKey? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8),
            let line = text.split(separator: "\n").first(where: { !$0.hasPrefix("#") }),
            let seed = Hex.bytes(line, count: 32)
        else { throw .keyUnreadable(path: path) }
        return SigningKey(seed: seed)
    }

    /// Puts the key in place of the one before, all of it or nothing.
    package func write(_ key: SigningKey) throws(SigningProblem) {
        let text = "# Meedoen signs \(purpose.rawValue) with this. Keep it secret, apart from the database.\n"
            + Hex.text(key.seed) + "\n"
        try DurableFile(path).replace(with: text, isSecret: true)
    }
}
