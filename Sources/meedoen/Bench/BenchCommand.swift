import Accounts
import ArgumentParser
import Courseware
import Foundation
import Logging
import Storage
import Web

/// `meedoen bench …`: the parts of script/bench that only the program itself can do. Not for operators.
struct BenchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench", abstract: "For script/bench.", shouldDisplay: false,
        subcommands: [BenchHello.self, BenchFlush.self, BenchSeed.self, BenchAudit.self, BenchMandates.self, BenchCourses.self])
}

/// A bare route of the same server stack.
struct BenchHello: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "hello")
    @Option var port = 8080

    func run() async throws {
        var logger = Logger(label: "bench")
        logger.logLevel = .error
        try await HelloServer(port: port, logger: logger).run()
    }
}

/// The most that group commit can do: one row each, from many writers at once, nothing else.
struct BenchFlush: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "flush")
    @OptionGroup var options: DatabaseOptions
    @Option var writers = 32
    @Option var seconds = 5

    func run() async throws {
        try await failing {
            let database = try options.place().open()
            try await database.write { try FlushStore().make(on: $0) }
            let end = Clock.system.now() + .seconds(seconds)
            let count = try await withThrowingTaskGroup(of: Int.self) { group in
                for writer in 0..<writers {
                    group.addTask {
                        var count = 0
                        while Clock.system.now() < end {
                            try await database.write { try FlushStore().insert(writer, on: $0) }
                            count += 1
                        }
                        return count
                    }
                }
                return try await group.reduce(0, +)
            }
            print(count / seconds)
            try await database.close()
        }
    }
}

/// Reads every course, checks it for structure and draws it, and nothing else; prints how many lessons there are.
struct BenchCourses: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "courses")
    @OptionGroup var folders: FolderOptions

    func run() {
        let library = LibraryReader(courses: folders.coursesPath, content: folders.contentPath).read()
        print(library.courses.map(\.lessons.count).reduce(0, +))
    }
}
