import Foundation

/// What stands in a folder, by name; nothing where it is missing. A symbolic link that leaves the folder is passed
/// over: what a course shows stands in the course.
enum Folder {
    static func files(_ path: String, ending: String) -> [String] {
        inside(path).filter { $0.hasSuffix(".\(ending)") }.map { "\(path)/\($0)" }
    }

    static func folders(_ path: String) -> [String] { inside(path).map { "\(path)/\($0)" }.filter(isFolder) }

    /// The names, in alphabetical order, without hidden ones and those that lead out of the folder.
    static func inside(_ path: String) -> [String] {
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).filter { !$0.hasPrefix(".") }.sorted()
        guard !names.isEmpty else { return [] }
        let folder = real(path) + "/"
        return names.filter { real("\(path)/\($0)").hasPrefix(folder) }
    }

    static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    private static func real(_ path: String) -> String { URL(fileURLWithPath: path).resolvingSymlinksInPath().path }
}
