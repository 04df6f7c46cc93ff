import Foundation

/// The files of this repository.
struct Repository {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    struct File {
        /// Beside the root, with slashes.
        let path: String
        let text: String

        var room: String { String(path.split(separator: "/")[1]) }
        var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
    }

    static func files(in folder: String, ending: String) -> [File] {
        let start = root.appendingPathComponent(folder)
        let walk = FileManager.default.enumerator(at: start, includingPropertiesForKeys: nil)
        var files: [File] = []
        while let url = walk?.nextObject() as? URL {
            guard url.pathExtension == ending, let text = try? String(contentsOf: url, encoding: .utf8) else { continue }
            files.append(File(path: String(url.path.dropFirst(root.path.count + 1)), text: text))
        }
        return files.sorted { $0.path < $1.path }
    }

    static let sources = files(in: "Sources", ending: "swift")
    static let web = sources.filter { $0.room == "Web" }
}
