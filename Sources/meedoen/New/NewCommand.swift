import ArgumentParser
import Courseware
import Foundation

/// `meedoen new course|lesson|practice|service ID`
struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Write an example to begin with: a course, lesson, practice or service.",
        discussion: """
            An ID is lower-case letters and digits with hyphens between: afspraak-maken. Files that are there are never \
            changed.

            meedoen new course zorgtoeslag
            meedoen new lesson zorgtoeslag/aanvragen
            meedoen new practice zorgtoeslag/inloggen
            meedoen new service zorgtoeslag
            """)

    enum Kind: String, ExpressibleByArgument, CaseIterable {
        case course
        case lesson
        case practice
        case service
    }

    @Argument(help: "course, lesson, practice or service.") var kind: Kind
    @Argument(help: "Its id; of a lesson and a practice with the course before it: digid/inloggen.") var id: String
    @OptionGroup var folders: FolderOptions

    func run() throws {
        do {
            for file in try files() { try write(file) }
        } catch let failure as Failure {
            throw failure.exit
        }
    }

    private func files() throws(Failure) -> [Example] {
        let parts = id.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        for part in parts where CourseID(rawValue: part) == nil {
            throw Failure("“\(part)” is no id; write lower-case letters and digits with hyphens: \(CourseID.nearest(to: part)).")
        }
        switch (kind, parts.count) {
        case (.course, 1): return Example.course(parts[0], in: folders.coursesPath)
        case (.service, 1): return [Example.service(parts[0], in: folders.contentPath)]
        case (.lesson, 2): return [Example.lesson(parts[1], number: nextNumber(in: try course(parts[0])), in: try course(parts[0]))]
        case (.practice, 2): return [Example.practice(parts[1], in: try course(parts[0]))]
        case (.lesson, _), (.practice, _):
            throw Failure("say in which course: meedoen new \(kind.rawValue) COURSE/\(parts.last ?? "").")
        default: throw Failure("the id of a \(kind.rawValue) has no slash: \(parts.last ?? "").")
        }
    }

    private func course(_ id: String) throws(Failure) -> String {
        let folder = "\(folders.coursesPath)/\(id)"
        guard FileManager.default.fileExists(atPath: folder + "/course.md") else {
            throw Failure("there is no course \(id) in \(folders.coursesPath); make it with: meedoen new course \(id).")
        }
        return folder
    }

    /// One more than the last lesson's.
    private func nextNumber(in course: String) -> Int {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: course)) ?? []
        return (names.compactMap { Int($0.prefix { $0.isASCII && $0.isNumber }) }.max() ?? 0) + 1
    }

    private func write(_ example: Example) throws(Failure) {
        guard !FileManager.default.fileExists(atPath: example.path) else {
            throw Failure("\(example.path) is there already, and was left as it is.")
        }
        do {
            let folder = URL(fileURLWithPath: example.path).deletingLastPathComponent()
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(example.text.utf8).write(to: URL(fileURLWithPath: example.path), options: .withoutOverwriting)
        } catch {
            throw Failure("\(example.path) cannot be written (\(error.localizedDescription)).")
        }
        print("wrote \(example.path)")
    }
}
