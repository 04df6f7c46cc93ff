import ArgumentParser

enum Version {
    static let text = "0.1.0"
}

/// `meedoen version`
struct VersionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "version", abstract: "Print the version.")

    func run() { print("meedoen \(Version.text)") }
}
