import Foundation

/// The labels of the site: each language has those of Dutch, with the same places for values.
struct LabelsAreComplete: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        let files = site.documents.labelFiles
        let broken = files.compactMap(\.trouble)
        guard let dutch = files.first(where: { $0.language == .dutch && $0.trouble == nil }) else { return broken }
        return broken
            + files.filter { $0.file.stem != dutch.file.stem && $0.trouble == nil }
            .flatMap { compared($0.labels, with: dutch.labels, $0.file) }
    }

    private func compared(_ labels: [String: String], with source: [String: String], _ file: SourceFile) -> [Finding] {
        let missing = source.keys.filter { labels[$0] == nil }.sorted()
        var findings: [Finding] = []
        if !missing.isEmpty {
            let shown = missing.prefix(10).joined(separator: ", ") + (missing.count > 10 ? " …" : "")
            findings.append(
                file.finding(
                    1, 1, "required-key", "\(missing.count) labels are not here, and are shown in Dutch: \(shown)",
                    "write them as in nl.yml, in this language", severity: .warning))
        }
        for (key, text) in labels.sorted(by: { $0.key < $1.key }) {
            guard let original = source[key] else {
                findings.append(at(key, file, "unknown-key", "no page shows the label “\(key)”", "take it out", .warning))
                continue
            }
            let (ours, theirs) = (Self.values(text), Self.values(original))
            guard ours != theirs else { continue }
            findings.append(
                at(
                    key, file, "unknown-key", "“\(key)” has other values than in Dutch",
                    theirs.isEmpty ? "take out what stands between { and }" : "use \(theirs.sorted().map { "{\($0)}" }.joined(separator: ", "))",
                    .error))
        }
        return findings
    }

    private func at(
        _ key: String, _ file: SourceFile, _ rule: String, _ problem: String, _ remedy: String, _ severity: Finding.Severity
    ) -> Finding {
        let start = Placement(line: 1, column: 1)
        let place = file.place(of: key.lastPart(after: ".") + ":", from: start, lines: file.lineCount) ?? start
        return file.finding(place.line, place.column, rule, problem, remedy, severity: severity)
    }

    /// The names between `{` and `}`.
    private static func values(_ text: String) -> Set<String> {
        guard text.utf8.contains(UInt8(ascii: "{")) else { return [] }
        var names: Set<String> = []
        for part in text.parts(between: "{").dropFirst() {
            guard let end = part.utf8.firstIndex(of: UInt8(ascii: "}")) else { continue }
            let name = part[..<end]
            if !name.isEmpty, name.utf8.allSatisfy({ $0.isSmallLetter || $0 == UInt8(ascii: "-") }) { names.insert(String(name)) }
        }
        return names
    }
}
