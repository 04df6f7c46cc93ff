import Foundation

/// What stands in a folder, by name; nothing where it is missing. A symbolic link that leaves the folder is passed
/// over: what a course shows stands in the course.
enum Folder {
    static func files(_ path: String, ending: String) -> [String] {
        names(path).filter { $0.hasSuffix(".\(ending)") && !$0.hasPrefix(".") }.map { "\(path)/\($0)" }
            .filter { isInside($0, path) }
    }

    static func folders(_ path: String) -> [String] {
        names(path).filter { !$0.hasPrefix(".") }.map { "\(path)/\($0)" }.filter { candidate in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: candidate, isDirectory: &isFolder) && isFolder.boolValue
        }
    }

    static func names(_ path: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    }

    private static func isInside(_ file: String, _ folder: String) -> Bool {
        let real = URL(fileURLWithPath: file).resolvingSymlinksInPath().path
        return real.hasPrefix(URL(fileURLWithPath: folder).resolvingSymlinksInPath().path + "/")
    }
}
