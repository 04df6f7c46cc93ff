import Storage

/// What an account may do. A learner who asks for help is the citizen of a mandate.
package enum Role: String, SQLText, CaseIterable, Hashable {
    case learner
    case coach
    case helper
    case author
    /// Runs one organisation's helpers, coaches and groups.
    case coordinator
    /// Runs the installation.
    case administrator
    /// Reads the log, and nothing else.
    case auditor

    /// Staff sign in with a password and a one-time code; learners with a name and three words.
    package var isStaff: Bool { self != .learner }
}
