/// Why something cannot be signed, or its file not be read.
package enum SigningProblem: Error, Equatable {
    case keyUnreadable(path: String)
    /// There are signed heads, and the key that signed them is gone.
    case keyMissing(path: String, heads: String)
    case notReadable(path: String)
    case notWritten(path: String, reason: String)
}

extension SigningProblem: CustomStringConvertible {
    package var description: String {
        switch self {
        case .keyUnreadable(let path): "\(path) holds no key to sign with"
        case .keyMissing(let path, let heads):
            "there is no key \(path), but \(heads) holds heads that were signed with it; put the key back, or move "
                + "\(heads) away to begin a new file with a new key"
        case .notReadable(let path): "\(path) cannot be read"
        case .notWritten(let path, let reason): "\(path) cannot be written (\(reason))"
        }
    }
}
