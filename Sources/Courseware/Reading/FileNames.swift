/// Ids from the names of files: the number orders a lesson and is not part of its id.
enum FileNames {
    /// `02-digid-aanvragen` → `digid-aanvragen`
    static func lesson(_ stem: String) -> LessonID? {
        guard let number = number(stem) else { return LessonID(rawValue: stem) }
        return LessonID(rawValue: String(stem.dropFirst(number.count + 1)))
    }

    /// What a lesson is ordered by: `02-digid-aanvragen` → 2; lessons without a number come last.
    static func place(_ stem: String) -> Int { number(stem).flatMap { Int($0) } ?? .max }

    private static func number(_ stem: String) -> Substring? {
        let number = stem.utf8.prefix { $0.isDigit }
        return !number.isEmpty && stem.utf8[number.endIndex...].first == UInt8(ascii: "-") ? Substring(number) : nil
    }

    /// `03-inloggen.en.md` → `03-inloggen` and English; no language in the source language.
    static func parts(_ file: String) -> (stem: String, language: Language?) {
        let parts = file.parts(between: ".")
        return (String(parts.first ?? ""), parts.count == 3 ? Language(rawValue: String(parts[1])) : nil)
    }

    /// Whether something stands between the name and its ending: `03-inloggen.en.md`.
    static func hasTag(_ file: String) -> Bool { file.utf8.count(where: { $0 == UInt8(ascii: ".") }) > 1 }

    /// Whether that is no language: `03-inloggen.EN.md`.
    static func hasStrangeTag(_ file: String) -> Bool { hasTag(file) && parts(file).language == nil }
}
