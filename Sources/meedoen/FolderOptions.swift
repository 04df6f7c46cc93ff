import ArgumentParser
import Courseware
import Foundation
import Logging
import Web

/// Which courses and which content.
struct FolderOptions: ParsableArguments {
    @Option(help: "The folder with the courses. (MEEDOEN_COURSES)") var courses: String?
    @Option(help: "The folder with glossary, pages, labels and style. (MEEDOEN_CONTENT)") var content: String?

    var coursesPath: String { courses ?? Surroundings["MEEDOEN_COURSES"] ?? "Courses" }
    var contentPath: String { content ?? Surroundings["MEEDOEN_CONTENT"] ?? "Content" }

    /// Ends the command with a sentence where a folder is missing.
    func mustExist() throws {
        for (name, path) in [("courses", coursesPath), ("content", contentPath)] {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
                throw Failure("there is no folder \(path); say where the \(name) are with --\(name).")
            }
        }
    }

    /// Reads everything, or ends the command with a sentence.
    func open(_ renewal: Bookcase.Renewal, _ logger: Logger) throws -> Bookcase {
        try mustExist()
        do {
            return try Bookcase(courses: coursesPath, content: contentPath, renewal: renewal, logger: logger)
        } catch let missing as AssetMissing {
            throw Failure("\(missing.path) is missing, and without it there are no pages.")
        } catch {
            throw Failure("the courses in \(coursesPath) cannot be read (\(error)).")
        }
    }
}
