import Accounts
import ArgumentParser
import Courseware
import Foundation
import Logging
import Mandates
import Storage
import Web

/// `meedoen preview [COURSE]`
struct PreviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview",
        abstract: "Show the courses while they are being written.",
        discussion: """
            The site with its drafts, on this computer only. An open page renews itself when a file is saved, and below \
            it stands what can be mended in that file. What is learned in a preview is thrown away.
            """)

    @Argument(help: "The course to begin with.") var course: String?
    @Option(help: "The port to listen on. (MEEDOEN_PORT)") var port: Int?
    @OptionGroup var folders: FolderOptions

    func run() async throws {
        try await failing { try await preview() }
    }

    private func preview() async throws {
        var logger = Logger(label: "meedoen")
        logger.logLevel = .error
        let bookcase = try folders.open(.previewing(today: { Surroundings.today }), logger)
        let path = try address(in: bookcase.shelf.library)
        let folder = NSTemporaryDirectory() + "meedoen-preview-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let place = DatabasePlace.file(folder + "/preview.sqlite")
        let storage = try place.open()
        let statements = StatementOptions.signing(storage, of: place)
        try await reporting { try await statements.prepare() }
        let site = Site(
            database: storage, shelf: bookcase.shelf, manuscript: bookcase.manuscript, world: .real, hasher: SecretHasher(threads: 1),
            assets: bookcase.assets, settings: Settings(isPreview: true),
            statements: statements, logger: logger)
        let port = try Surroundings.port(port, otherwise: 8090)
        do {
            try await Server(site: site, host: "127.0.0.1", port: port).run { port in
                let line = "Preview at http://127.0.0.1:\(port)\(path)\nStop it with Ctrl-C.\n"
                FileHandle.standardOutput.write(Data(line.utf8))
                bookcase.readOn()
            }
        } catch let taken as AddressInUse {
            throw Failure("port \(taken.port) is in use by another program; choose one with --port.")
        }
        try await storage.close()
    }

    private func address(in library: Library) throws -> String {
        guard let course else { return "/cursussen" }
        guard let id = CourseID(rawValue: course), library.course(id) != nil else {
            let known = library.courses.map(\.id.rawValue).joined(separator: ", ")
            throw Failure("there is no course \(course); there are: \(known).")
        }
        return "/cursussen/\(id)"
    }
}
