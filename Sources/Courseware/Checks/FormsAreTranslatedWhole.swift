import Markup

/// A translated screen asks for what the original asks for, in the same order.
struct FormsAreTranslatedWhole: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        site.documents.courses.flatMap { folder in
            folder.practices.flatMap { document -> [Finding] in
                guard document.file.language != nil, let source = folder.practices.original(of: document) else { return [] }
                let originals = Dictionary(source.sections.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
                return document.sections.compactMap { section in
                    guard let original = originals[section.id], section.fields != original.fields else { return nil }
                    return document.warning(
                        document.place(of: section), "translation-outdated",
                        "the form of “\(section.title)” asks for other things than the original",
                        "compare it with \(source.file.stem).md: the same kinds of fields, in the same order")
                }
            }
        }
    }
}

extension Document.Section {
    /// The kinds of its fields, with what is the same in every language: how many choices, and details of the persona.
    fileprivate var fields: [String] {
        blocks.flatMap(\.everything).filter { $0.kind == .table }.flatMap { FormTable($0).rows }.map { row in
            guard case .choice(let choices)? = row.kind else {
                return ([row.writtenKind.lowercased()] + FormTable.details(in: row.answer)).joined(separator: " ")
            }
            return "choice of \(choices.count)"
        }
    }
}
