import Markup

/// Content/personas
struct PersonaReader {
    let map: SiteMap

    func personas(_ documents: [Document]) -> [PersonaID: Persona] {
        var personas: [PersonaID: Persona] = [:]
        for document in documents where document.file.language == nil {
            guard let id = PersonaID(rawValue: document.file.stem), let name = document.frontMatter.text("name") else {
                continue
            }
            var cards: [Language: HTML] = [:]
            for other in documents where other.file.stem == document.file.stem {
                if let language = other.file.language { cards[language] = card(other) }
            }
            personas[id] = Persona(
                id: id, name: name,
                details: (document.frontMatter.mapping("details") ?? []).map {
                    Persona.Detail(name: $0.key, value: $0.value)
                }, card: Localized(.dutch, card(document), translations: cards))
        }
        return personas
    }

    private func card(_ document: Document) -> HTML {
        ProseWriter(.init(base: .content, language: document.file.language ?? .dutch, map: map, marksTerms: false))
            .html(document.allBlocks)
    }
}
