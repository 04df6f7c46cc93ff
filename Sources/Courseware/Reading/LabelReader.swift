import Yams

/// Content/interface: nested keys become dotted ones.
enum LabelReader {
    static func labels(_ files: [SourceFile]) -> [Language: [String: String]] {
        var labels: [Language: [String: String]] = [:]
        for file in files {
            guard let language = Language(rawValue: file.stem), let node = try? Yams.compose(yaml: file.text) else {
                continue
            }
            var flat: [String: String] = [:]
            flatten(node, "", &flat)
            labels[language] = flat
        }
        return labels
    }

    private static func flatten(_ node: Yams.Node, _ prefix: String, _ flat: inout [String: String]) {
        switch node {
        case .mapping(let mapping):
            for (key, value) in mapping {
                guard let key = key.scalar?.string else { continue }
                flatten(value, prefix.isEmpty ? key : "\(prefix).\(key)", &flat)
            }
        case .scalar(let scalar): flat[prefix] = scalar.string
        case .sequence, .alias: break
        }
    }
}
