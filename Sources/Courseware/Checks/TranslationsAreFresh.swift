/// A translation whose facts were compared with the sources before those of the original were.
struct TranslationsAreFresh: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        site.documents.courses.flatMap { folder -> [Finding] in
            let originals = Dictionary(
                folder.lessons.filter { $0.file.language == nil }.map { ($0.file.stem, $0) }, uniquingKeysWith: { first, _ in first })
            return folder.lessons.compactMap { document in
                guard document.file.language != nil, let original = originals[document.file.stem],
                    let entry = document.frontMatter.entry("checked"), case .text(let text) = entry.value,
                    let day = WrittenDay.number(text), let sourceText = original.frontMatter.text("checked"),
                    let sourceDay = WrittenDay.number(sourceText), day < sourceDay
                else { return nil }
                return document.warning(
                    Placement(line: entry.line, column: entry.column), "translation-outdated",
                    "the original was checked on \(sourceText), this translation on \(text)",
                    "compare it with \(original.file.stem).md, and write checked: \(sourceText)")
            }
        }
    }
}
