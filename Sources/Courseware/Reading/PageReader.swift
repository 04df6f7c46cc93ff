import Markup

/// Content/pages and Content/mandate
struct PageReader {
    let map: SiteMap

    func pages(_ documents: [Document]) -> [String: Localized<PageText>] {
        localized(documents) { document in
            PageText(title: document.frontMatter.text("title") ?? document.file.stem, body: body(document),
                source: document.file.text)
        }
    }

    func mandateTexts(_ documents: [Document]) -> [MandateText] {
        localized(documents.filter { WrittenDay.isDay($0.file.stem) }) { document in
            MandateText.Wording(
                title: document.frontMatter.text("title") ?? "", body: body(document), source: document.file.text)
        }.map { MandateText(date: $0.key, texts: $0.value) }.sorted { $0.date < $1.date }
    }

    private func body(_ document: Document) -> HTML {
        var setting = ProseWriter.Setting(base: .content, language: document.file.language ?? .dutch, map: map, marksTerms: false)
        setting.keepsHeadings = true
        return ProseWriter(setting).html(document.allBlocks)
    }

    private func localized<Value: Sendable>(
        _ documents: [Document], _ make: (Document) -> Value
    ) -> [String: Localized<Value>] {
        Dictionary(grouping: documents, by: \.file.stem).compactMapValues { versions in
            let source = versions.first { ($0.file.language ?? .dutch) == .dutch } ?? versions.first
            guard let source else { return nil }
            var others: [Language: Value] = [:]
            for document in versions where document.file.path != source.file.path {
                if let language = document.file.language { others[language] = make(document) }
            }
            return Localized(source.file.language ?? .dutch, make(source), translations: others)
        }
    }
}
