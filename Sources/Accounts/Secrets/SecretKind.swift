import Storage

/// What somebody signs in with.
package enum SecretKind: String, SQLText {
    /// Staff choose it themselves.
    case password
    /// Three words that a learner is given.
    case code
}
