import Accounts
import ArgumentParser
import Foundation
import Storage

/// Which database.
struct DatabaseOptions: ParsableArguments {
    @Option(help: "The SQLite file that everything is kept in, or postgres://USER@HOST/NAME. (MEEDOEN_DATABASE)")
    var database: String?

    /// By flag, by environment, or else `meedoen.sqlite` in this folder.
    func place(otherwise standard: String = "meedoen.sqlite") -> DatabasePlace {
        DatabasePlace(database ?? Surroundings["MEEDOEN_DATABASE"] ?? standard)
    }

    /// The same, where there is one already.
    func existing() throws(Failure) -> DatabasePlace {
        let place = place()
        if case .file(let path) = place, !FileManager.default.fileExists(atPath: path) {
            throw Failure("there is no database \(path).")
        }
        return place
    }
}

/// The environment that the command was started in. Only commands look at it.
enum Surroundings {
    static subscript(name: String) -> String? {
        ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The port by flag, by environment, or else the standard one.
    static func port(_ flag: Int?, otherwise standard: Int) throws(Failure) -> Int {
        guard let text = Self["MEEDOEN_PORT"], flag == nil else { return flag ?? standard }
        guard let port = Int(text), (0...65535).contains(port) else { throw Failure("MEEDOEN_PORT is not a port: \(text).") }
        return port
    }

    /// Where people find the site, without a slash at the end; nothing where nobody told.
    static func address(_ flag: String?) throws(Failure) -> String? {
        guard let text = flag ?? Self["MEEDOEN_ADDRESS"] else { return nil }
        let address = text.hasSuffix("/") ? String(text.dropLast()) : text
        guard let parts = URLComponents(string: address), ["http", "https"].contains(parts.scheme), parts.host?.isEmpty == false,
            parts.path.isEmpty, parts.query == nil, parts.fragment == nil
        else { throw Failure("the address of the site is not like https://meedoen.example: \(text).") }
        return address
    }

    /// Whether a switch is on: anything but empty, `0`, `no` and `false`.
    static func isOn(_ name: String) -> Bool {
        Self[name].map { !["0", "no", "false"].contains($0.lowercased()) } ?? false
    }
}

extension Surroundings {
    /// One line for whoever runs the command; the output itself stays as it is.
    static func say(_ line: String) { FileHandle.standardError.write(Data("\(line)\n".utf8)) }

    /// `2026-11-24`, here.
    static var today: String {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.dateFormat = "yyyy-MM-dd"
        return formatter.string(from: Date())
    }
}

extension Clock {
    static let system = Clock { Instant(milliseconds: Int(Date().timeIntervalSince1970 * 1000)) }
}

extension World {
    static let real = World(clock: .system, randomness: .system)
}
