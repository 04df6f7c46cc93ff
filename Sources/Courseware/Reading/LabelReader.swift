import Yams

/// Content/interface: nested keys become dotted ones.
enum LabelReader {
    static func labels(_ files: [SourceFile]) -> [Language: [String: String]] {
        var labels: [Language: [String: String]] = [:]
        for file in files {
            guard let language = Language(rawValue: file.stem), case .success(let read) = read(file) else { continue }
            labels[language] = read
        }
        return labels
    }

    enum Reading {
        case success([String: String])
        case failure(Finding)
    }

    static func read(_ file: SourceFile) -> Reading {
        var flat: [String: String] = [:]
        do {
            if let node = try YAML.compose(file.text) { flatten(node, "", &flat) }
            return .success(flat)
        } catch {
            return .failure(YAML.trouble(error, in: file, from: 1))
        }
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
