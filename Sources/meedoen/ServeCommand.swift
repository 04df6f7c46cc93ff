import Accounts
import ArgumentParser
import Audit
import Courseware
import Foundation
import Logging
import Mandates
import Storage
import Web

/// `meedoen serve`
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serve the courses, and keep what is learned.")

    @Option(help: "The address to listen on. (MEEDOEN_HOST)") var host: String?
    @Option(help: "The port to listen on. (MEEDOEN_PORT)") var port: Int?
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var folders: FolderOptions
    @OptionGroup var audit: AuditOptions
    @OptionGroup var statements: StatementOptions
    @Option(help: "Where people find the site, https://meedoen.example: printed on paper, and in statements. (MEEDOEN_ADDRESS)")
    var address: String?
    @Flag(help: "Show a changed lesson at the next load of its page. (MEEDOEN_WATCH)") var watch = false
    @Flag(help: "Serve a demonstration with invented people, in a database of its own. (MEEDOEN_DEMO)") var demo = false
    @Flag(help: "A reverse proxy stands in front and says who asks, and whether by https. (MEEDOEN_BEHIND_PROXY)")
    var behindProxy = false

    func run() async throws {
        try await failing { try await serve() }
    }

    private func serve() async throws {
        var logger = Logger(label: "meedoen")
        logger.logLevel = .notice
        let host = host ?? Surroundings["MEEDOEN_HOST"] ?? "127.0.0.1"
        let port = try Surroundings.port(port, otherwise: 8080)
        let isDemonstration = demo || Surroundings.isOn("MEEDOEN_DEMO")
        let isWatching = watch || Surroundings.isOn("MEEDOEN_WATCH")
        let place = database.place(otherwise: isDemonstration ? "meedoen-demo.sqlite" : "meedoen.sqlite")
        try folders.mustExist()
        // Opened while the content is read: each waits for the disk at other moments.
        async let opening = place.open()
        let bookcase = try folders.open(isWatching ? .watching : .onDemand, logger)
        let reloading = Reloading { bookcase.reload() }
        defer { reloading.end() }
        let storage = try await opening
        if isDemonstration { try await Demonstration(storage, bookcase.shelf.library).prepare() }
        let stating = statements.signing(storage, of: place)
        try await reporting { try await stating.prepare() }
        let site = Site(
            database: storage, shelf: bookcase.shelf, manuscript: bookcase.manuscript, world: .real,
            hasher: SecretHasher(threads: max(1, ProcessInfo.processInfo.activeProcessorCount)),
            assets: bookcase.assets,
            settings: Settings(
                demonstration: isDemonstration ? Demonstration.logins : nil,
                isBehindProxy: behindProxy || Surroundings.isOn("MEEDOEN_BEHIND_PROXY"),
                address: try Surroundings.address(address), localAddress: Self.localAddress(host, port)),
            statements: stating, logger: logger)
        let rounds = try await prepareRounds(storage, of: place, logger)
        do {
            try await Server(site: site, host: host, port: port).run { port in
                bookcase.readOn()
                await announce(Self.localAddress(host, port), storage, isDemonstration)
            }
        } catch let taken as AddressInUse {
            throw Failure("port \(taken.port) on \(taken.host) is in use by another program; choose one with --port.")
        }
        await rounds.end()
        try await storage.close()
    }

    /// Throws away what is old and signs how the log stands now, and goes on doing so.
    private func prepareRounds(
        _ storage: any Database, of place: DatabasePlace, _ logger: Logger
    ) async throws -> Rounds {
        let signing = audit.signing(storage, of: place)
        try await reporting {
            try await signing.prepare()
            try await ContactHousekeeping(database: storage, clock: .system).deleteOld()
            try await signing.sign()
        }
        return Rounds(signing, storage, logger)
    }

    private static func localAddress(_ host: String, _ port: Int) -> String {
        "http://\(host.contains(":") ? "[\(host)]" : host):\(port)"
    }

    /// Tells where the site is, and how the first administrator gets in.
    private func announce(_ address: String, _ database: any Database, _ isDemonstration: Bool) async {
        say("Meedoen is open at \(address)")
        do {
            if isDemonstration {
                for login in Demonstration.logins(at: Clock.system.now()) { say(login.line) }
                say("Each one-time code works for half a minute; fresh ones stand at \(address)/demonstratie")
            } else if try await !database.read({ try AccountStore().hasAdministrator(on: $0) }) {
                let (account, token) = try await FirstAdministrator.make(named: "beheerder", in: database)
                say("First administrator (\(account.loginName?.rawValue ?? "")): open this link once")
                say("  \(address)/instellen/\(token.text)")
            }
        } catch {
            say("The set-up link could not be made: \(error). Make one with: meedoen administrator")
        }
    }

    /// At once, also where standard output is a file or a pipe.
    private func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
}
