import Courseware
import Markup

/// The site's own words in one language: `labels["learning.next"]`, with values `labels["learning.step-of", ["count": "6"]]`.
struct Labels: Sendable {
    let language: Language
    private let texts: [String: String]
    private let fallback: [String: String]

    /// Where a language has lessons and no labels, the labels are in Dutch.
    init(_ language: Language, in library: Library) {
        self.language = library.labels[language] == nil ? .dutch : language
        texts = library.labels[language] ?? [:]
        fallback = library.labels[.dutch] ?? [:]
    }

    /// A key without a text shows as itself: ugly, and found by the house rules' test before a visitor sees it.
    subscript(key: String) -> String { text(key) ?? key }

    /// Nothing where there is no such label, in no language.
    func text(_ key: String) -> String? { texts[key] ?? fallback[key] }

    /// The text with `{name}` replaced by its value.
    subscript(key: String, values: [String: String]) -> String {
        var text = ""
        var rest = self[key][...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            text += rest[..<open]
            let name = String(rest[rest.index(after: open)..<close])
            text += values[name] ?? "{\(name)}"
            rest = rest[rest.index(after: close)...]
        }
        return text + rest
    }

    /// What stands in a group, each without the group's own name: `names(in: "role")` has `coach`.
    func names(in group: String) -> [String] {
        fallback.keys.compactMap { $0.hasPrefix(group + ".") ? String($0.dropFirst(group.count + 1)) : nil }
    }

    /// Somebody's name, or that the person was erased.
    func name(_ name: String) -> String { name.isEmpty ? self["log.erased"] : name }

    /// `key.one` for one, `key.other` for any other number, which replaces `{count}`.
    func count(_ key: String, _ count: Int) -> String {
        self["\(key).\(count == 1 ? "one" : "other")", ["count": String(count)]]
    }
}
