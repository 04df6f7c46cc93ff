/// Why the database could not do what was asked.
package enum StorageError: Error, Equatable, Sendable {
    /// A rule of the schema said no: a duplicate, a missing reference, a failed CHECK.
    case constraint(String)
    /// No room for the write; nothing of it was kept. Reads go on, and so do writes once there is room.
    case diskFull
    /// A write could not be made durable. Nothing is acknowledged any more: the process must be started again.
    case stopped(String)
    case closed
    /// The server does not answer, or sent the connection away. What was being written may or may not be kept.
    case unreachable(String)
    /// The file cannot be opened or read as a database.
    case unreadable(String)
    /// The file was written by a newer Meedoen.
    case newer(unknown: [String])
    case noSuchColumn(String)
    case unexpectedValue(column: String, expected: String)
    /// Anything else; the text is for the log, never for a visitor.
    case failed(String)
}

extension StorageError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .constraint(let text): "the database refused: \(text)"
        case .diskFull: "the disk is full"
        case .stopped(let text): "the database stopped, because a write could not be made durable: \(text)"
        case .closed: "the database is closed"
        case .unreachable(let text): "the database cannot be reached: \(text)"
        case .unreadable(let text): "the database cannot be read: \(text)"
        case .newer(let unknown): "the database was made by a newer version (it has \(unknown.joined(separator: ", ")))"
        case .noSuchColumn(let name): "no column \(name)"
        case .unexpectedValue(let column, let expected): "column \(column) does not hold \(expected)"
        case .failed(let text): "the database failed: \(text)"
        }
    }
}
