import GRDB

extension StorageError {
    /// What SQLite's error means to whoever asked.
    init(_ error: any Error) {
        switch error {
        case let error as StorageError: self = error
        case let error as DatabaseError:
            switch error.resultCode {
            case .SQLITE_CONSTRAINT: self = .constraint(error.message ?? "\(error.extendedResultCode)")
            case .SQLITE_FULL: self = .diskFull
            case .SQLITE_NOTADB, .SQLITE_CORRUPT: self = .unreadable(error.message ?? "\(error.resultCode)")
            case .SQLITE_IOERR: self = .stopped("\(error.extendedResultCode): \(error.message ?? "")")
            default: self = .failed("\(error.extendedResultCode): \(error.message ?? "") in \(error.sql ?? "no statement")")
            }
        default: self = .failed("\(error)")
        }
    }

    /// While opening, whatever goes wrong means: this cannot be read.
    init(opening error: any Error) {
        switch StorageError(error) {
        case .failed(let text), .stopped(let text): self = .unreadable(text)
        case let error: self = error
        }
    }
}
