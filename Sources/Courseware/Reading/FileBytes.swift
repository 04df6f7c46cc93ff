import Foundation

/// The bytes of a file, read in one go: thousands of small files are read when a site starts.
enum FileBytes {
    /// Nothing where it cannot be read, or is a folder.
    ///
    /// - Parameter most: what comes after that many bytes is left out.
    static func read(_ path: String, most: Int = .max) -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        let wanted = min(most, Int(status.st_size))
        return [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
            while count < wanted, let base = buffer.baseAddress {
                let more = Foundation.read(file, base + count, wanted - count)
                // What became shorter meanwhile ends here.
                guard more > 0 else { break }
                count += more
            }
        }
    }
}
