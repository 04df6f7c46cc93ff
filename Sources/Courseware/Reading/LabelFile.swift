import Yams

/// A file of Content/interface: what stands on buttons and in messages, by keys of which nested ones become dotted.
struct LabelFile: Sendable {
    let file: SourceFile
    /// None where the file cannot be read.
    let labels: [String: String]
    let trouble: Finding?

    init(_ file: SourceFile) {
        self.file = file
        var labels: [String: String] = [:]
        var trouble: Finding?
        do {
            if let node = try YAML.compose(file.text) { Self.flatten(node, "", &labels) }
        } catch {
            trouble = YAML.trouble(error, in: file, from: 1)
        }
        (self.labels, self.trouble) = (labels, trouble)
    }

    /// By the name; nothing where that is no language, and nothing to show where the file cannot be read.
    var language: Language? { trouble == nil ? Language(rawValue: file.stem) : nil }

    private static func flatten(_ node: Yams.Node, _ prefix: String, _ labels: inout [String: String]) {
        switch node {
        case .mapping(let mapping):
            for (key, value) in mapping {
                guard let key = key.scalar?.string else { continue }
                flatten(value, prefix.isEmpty ? key : "\(prefix).\(key)", &labels)
            }
        case .scalar(let scalar): labels[prefix] = scalar.string
        case .sequence, .alias: break
        }
    }
}
