import Foundation

/// Content/words: one word on each line.
enum WordReader {
    static func words(_ files: [SourceFile]) -> [Language: [String]] {
        var words: [Language: [String]] = [:]
        for file in files {
            guard let language = Language(rawValue: file.stem) else { continue }
            words[language] = file.text.split(separator: "\n").map { $0.trimmed }
                .filter { !$0.isEmpty }
        }
        return words
    }
}
