import Courseware
import Foundation

/// What was asked to be checked, and the site around it.
struct CheckTarget {
    /// The folder that holds Courses/ and Content/, as it was written.
    private let root: String
    /// Only findings whose path begins with this; nothing for all.
    private let part: String?

    init(_ path: String) throws(Failure) {
        let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        guard FileManager.default.fileExists(atPath: path) else { throw Failure("there is no file or folder \(path).") }
        if Self.isSite(path) {
            root = path
            part = nil
            return
        }
        guard let root = Self.site(around: path) else {
            throw Failure("\(path) is in no folder that holds Courses/ and Content/.")
        }
        self.root = root
        let full = Self.absolute(path)
        part = String(full.dropFirst(Self.absolute(root).count + 1))
    }

    func findings(today: String) -> [Finding] { reader.read(today: today).findings.filter { isWanted($0.path) } }

    func measures() -> [LessonMeasures] { reader.measures().filter { isWanted($0.path) } }

    private var reader: LibraryReader { LibraryReader(courses: joined("Courses"), content: joined("Content")) }

    private func isWanted(_ path: String) -> Bool {
        guard let wanted = part.map(joined) else { return true }
        return path == wanted || path.hasPrefix(wanted + "/")
    }

    /// Writes missing ids into the lessons, practices and words that are meant, and says where.
    func writeIds() throws(Failure) {
        for (path, text) in reader.textsWithIds() where isWanted(path) {
            do {
                try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
            } catch {
                throw Failure("\(path) cannot be written (\(error.localizedDescription)).")
            }
            Surroundings.say("\(path): ids written")
        }
    }

    private func joined(_ path: String) -> String { root == "." ? path : "\(root)/\(path)" }

    private static func isSite(_ path: String) -> Bool {
        ["Courses", "Content"].allSatisfy { FileManager.default.fileExists(atPath: "\(path)/\($0)") }
    }

    /// The nearest folder above that is a site, written as the path was: from here, or in full.
    private static func site(around path: String) -> String? {
        var folder = absolute(path)
        while folder != "/" {
            folder = URL(fileURLWithPath: folder).deletingLastPathComponent().path
            if isSite(folder) { return path.hasPrefix("/") ? folder : fromHere(folder) }
        }
        return nil
    }

    /// `.`, `paths` or `../..`
    private static func fromHere(_ folder: String) -> String {
        let here = URL(fileURLWithPath: FileManager.default.currentDirectoryPath).standardizedFileURL.pathComponents
        let there = URL(fileURLWithPath: folder).standardizedFileURL.pathComponents
        let shared = zip(here, there).prefix { $0 == $1 }.count
        let way = Array(repeating: "..", count: here.count - shared) + there.dropFirst(shared)
        return way.isEmpty ? "." : way.joined(separator: "/")
    }

    private static func absolute(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.path }
}
