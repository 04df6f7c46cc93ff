import Foundation
import Testing

/// The house defends itself: what design and style ask for, so that nobody has to remember it.
@Suite struct HouseRulesTests {
    @Test func `each library is known to its room only`() {
        let walls: [(imports: [String], rooms: [String])] = [
            (["GRDB", "GRDBSQLite", "CPostgreSQL"], ["Storage"]), (["Hummingbird", "HummingbirdCore", "NIOCore", "HTTPTypes"], ["Web"]),
            (["CCMarkGFM"], ["Markup"]), (["COath"], ["Accounts"]), (["CSodium"], ["Accounts", "Audit"]), (["CCrypto"], ["Audit"]),
            (["Yams"], ["Courseware"]), (["ArgumentParser"], ["meedoen"]),
        ]
        for file in Repository.sources {
            for wall in walls where !wall.rooms.contains(file.room) {
                #expect(Rules.imports(of: wall.imports, in: file.text) == [], "\(file.path)")
            }
        }
        #expect(Rules.imports(of: ["GRDB"], in: "import Foundation\npackage import GRDB\n") == ["GRDB"])
    }

    @Test func `SQL stands in stores, in the log and in Storage`() {
        for file in Repository.sources where file.room != "Storage" {
            let isStore = file.path.hasSuffix("Store.swift") || ["AuditLog.swift", "Dashboard.swift"].contains { file.path.hasSuffix($0) }
            if !isStore { #expect(Rules.statements(in: file.text) == [], "\(file.path)") }
        }
        #expect(Rules.statements(in: "try connection.rows(\"SELECT 1\")").count == 1)
    }

    @Test func `every table is strict`() {
        let migrations = Repository.sources.filter { $0.path.contains("Storage/Migrations/") }
        let tables = migrations.map { $0.text.components(separatedBy: "CREATE TABLE").count - 1 }.reduce(0, +)
        let strict = migrations.map { $0.text.components(separatedBy: ") STRICT").count - 1 }.reduce(0, +)
        #expect(tables > 15)
        #expect(tables == strict)
    }

    @Test func `pages are drawn from values and never ask the database`() {
        for file in Repository.web where file.path.hasSuffix("Page.swift") || file.path.contains("/Components/") {
            #expect(!file.text.contains("any Database") && !file.text.contains("any Connection"), "\(file.path)")
        }
    }

    @Test func `nothing is public, and nothing gives up`() {
        for file in Repository.sources {
            for (number, line) in file.lines.enumerated() {
                #expect(!line.contains("public ") && !line.contains("fatalError"), "\(file.path):\(number + 1)")
            }
        }
    }

    @Test func `files stay short enough to read`() {
        for file in Repository.sources { #expect(file.lines.count <= 250, "\(file.path)") }
    }

    @Test func `every label that is used exists in every language, and none is left over`() throws {
        let languages = try ["nl", "en"].map { language in
            (language, try Rules.keys(of: Repository.files(in: "Content/interface", ending: "yml").first { $0.path.hasSuffix("\(language).yml") }))
        }
        let text = Repository.sources.filter { $0.room == "Web" || $0.room == "Courseware" }.map(\.text).joined()
        for (language, keys) in languages {
            #expect(keys.count > 100)
            #expect(keys == languages[0].1, "\(language)")
            for key in Rules.usedLabels(in: text) {
                let exists = keys.contains { $0 == key || $0.hasPrefix("\(key).") }
                #expect(exists, "\(language): \(key)")
            }
        }
        for key in languages[0].1 {
            #expect(Rules.isUsed(key, in: text), "left over: \(key)")
        }
    }

    @Test func `every deed that is logged has a sentence in every language`() throws {
        let rooms = ["Audit", "Accounts", "Learning", "Coaching", "Mandates"]
        let actions = Set(Repository.sources.filter { rooms.contains($0.room) }.flatMap { Rules.actions(in: $0.text) })
        #expect(actions.isSuperset(of: ["session.opened", "act.recorded", "learner.attempts-seen", "account.erased"]))
        for file in Repository.files(in: "Content/interface", ending: "yml") {
            let keys = try Rules.keys(of: file)
            for action in actions { #expect(keys.contains("log.\(action)"), "\(file.path): log.\(action)") }
        }
    }

    @Test func `the stylesheet weighs at most twelve thousand bytes`() throws {
        let css = try #require(Repository.files(in: "Content/assets", ending: "css").first)
        #expect(css.text.utf8.count <= 12_000)
    }
}

enum Rules {
    static func imports(of modules: [String], in text: String) -> [String] {
        text.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            guard let place = words.firstIndex(of: "import"), place < 2, place + 1 < words.count else { return nil }
            return modules.first { words[place + 1] == $0 }
        }
    }

    static func statements(in text: String) -> [Substring] {
        text.split(separator: "\n").filter { line in
            ["\"SELECT ", "\"INSERT INTO", "\"UPDATE ", "\"DELETE FROM"].contains { line.contains($0) }
                || ["SELECT ", "INSERT INTO ", "UPDATE ", "DELETE FROM "].contains {
                    line.trimmingCharacters(in: .whitespaces).hasPrefix($0)
                }
        }
    }

    /// The dotted keys of a file of labels.
    static func keys(of file: Repository.File?) throws -> Set<String> {
        var keys: Set<String> = []
        var path: [(indent: Int, name: String)] = []
        for line in file?.lines ?? [] where !line.hasPrefix("#") && line.contains(":") {
            let indent = line.prefix { $0 == " " }.count
            let parts = line.dropFirst(indent).split(separator: ":", maxSplits: 1)
            path.removeAll { $0.indent >= indent }
            path.append((indent, String(parts[0])))
            if parts.count > 1 { keys.insert(path.map(\.name).joined(separator: ".")) }
        }
        return keys
    }

    /// Keys in `labels["…"]` and `count("…"` that are written out, without interpolation.
    static func usedLabels(in text: String) -> Set<String> {
        let pattern = /(?:labels\[|labels\.count\(|label\()"([a-z0-9.-]+)"/
        return Set(text.matches(of: pattern).map { String($0.1) })
    }

    /// Texts of the form `thing.deed`: below the pages only the log has such. What is made of parts is left to the tests of
    /// the room.
    static func actions(in text: String) -> [String] {
        text.matches(of: /"([a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*)"/).map { String($0.1) }
    }

    /// Whether the key stands somewhere, whole or up to a part that is put in: `role.coach` in `"role.\(`.
    static func isUsed(_ key: String, in text: String) -> Bool {
        if text.contains("\"\(key)\"") { return true }
        let parts = key.split(separator: ".")
        for count in stride(from: parts.count - 1, to: 0, by: -1) {
            let start = parts.prefix(count).joined(separator: ".")
            if text.contains("\"\(start).\\(") || text.contains("\"\(start)\"") { return true }
        }
        return text.contains(").\(parts.last ?? "")\"")
    }
}
