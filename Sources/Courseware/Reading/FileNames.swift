/// Ids from the names of files: the number orders a lesson and is not part of its id.
enum FileNames {
    /// `02-digid-aanvragen` → `digid-aanvragen`
    static func lesson(_ stem: String) -> LessonID? {
        let number = stem.prefix { $0.isASCII && $0.isNumber }
        guard !number.isEmpty, stem.dropFirst(number.count).hasPrefix("-") else { return LessonID(rawValue: stem) }
        return LessonID(rawValue: String(stem.dropFirst(number.count + 1)))
    }

    /// `03-inloggen.en.md` → `03-inloggen` and English; no language in the source language.
    static func parts(_ file: String) -> (stem: String, language: Language?) {
        let parts = file.split(separator: ".", omittingEmptySubsequences: false)
        return (String(parts.first ?? ""), parts.count == 3 ? Language(rawValue: String(parts[1])) : nil)
    }

    /// `03-inloggen.md` → `03-inloggen`
    static func stem(_ file: String) -> String { String(file.split(separator: ".").first ?? "") }
}
