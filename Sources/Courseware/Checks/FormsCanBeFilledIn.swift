import Markup

/// The forms of a practice: every field is of a kind that exists, has an answer that can be given, and a button sends them.
struct FormsCanBeFilledIn: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        site.practices.flatMap { folder, document in
            let persona = persona(of: document, folder, site)
            return document.sections.flatMap { section -> [Finding] in
                let tables = section.blocks.flatMap(\.everything).filter { $0.kind == .table }
                guard let first = tables.first else { return [] }
                return tables.flatMap { table in
                    FormTable(table).rows.compactMap { problem($0, persona, document) }
                } + (hasButton(section) ? [] : [noButton(first, document)])
            }
        }
    }

    /// Who is meant, and whether that can be known: a persona that is not there is named elsewhere.
    private enum Meant {
        case somebody(Persona)
        case nobody
        case unknown
    }

    private func persona(of document: Document, _ folder: CheckedSite.Folder, _ site: CheckedSite) -> Meant {
        let source = folder.practices.original(of: document) ?? document
        guard source.frontMatter.troubles.isEmpty, document.frontMatter.troubles.isEmpty else { return .unknown }
        guard let name = document.frontMatter.text("persona") ?? source.frontMatter.text("persona") else { return .nobody }
        guard let persona = PersonaID(rawValue: name).flatMap({ site.personas[$0] }), !persona.details.isEmpty else {
            return .unknown
        }
        return .somebody(persona)
    }

    private func hasButton(_ section: Document.Section) -> Bool {
        section.blocks.flatMap(\.everything).contains { node in
            if ScreenLink(node, isBold: false)?.isMain == true { return true }
            return node.kind == .strong && node.everything.contains { ScreenLink($0, isBold: true) != nil }
        }
    }

    private func noButton(_ table: Node, _ document: Document) -> Finding {
        document.finding(
            document.place(line: table.line, byteColumn: table.byteColumn, in: table), "practice-dead-end",
            "no button sends this form", "make the link that goes on bold: **[Verder](#…)**")
    }

    private func problem(_ row: FormTable.Row, _ persona: Meant, _ document: Document) -> Finding? {
        let cell: (Int) -> Placement = { place(ofCell: $0, row, document) }
        guard row.node.children.count == 4 else {
            return document.finding(
                cell(0), "question-kind", "this row has \(row.node.children.count) cells",
                "a table in a practice is a form: write field, kind, answer and help")
        }
        guard let kind = row.kind else {
            return document.finding(
                cell(1), "question-kind", "“\(row.writtenKind)” is no kind of field",
                "use text, password, code, email, phone, date, checkbox or choice: A / B / C")
        }
        if row.name.isEmpty {
            return document.finding(cell(0), "question-kind", "this field has no name", "write what the visitor fills in")
        }
        return unknownDetail(row, persona, document, cell(2)) ?? wrongAnswer(row, kind, persona, document, cell(2))
    }

    private func place(ofCell number: Int, _ row: FormTable.Row, _ document: Document) -> Placement {
        let cells = row.node.children
        guard cells.indices.contains(number) else { return document.place(line: row.node.line, byteColumn: 1, in: row.node) }
        let node = cells[number].children.first ?? cells[number]
        return document.place(line: node.line > 0 ? node.line : row.node.line, byteColumn: max(1, node.byteColumn), in: cells[number])
    }

    private func unknownDetail(_ row: FormTable.Row, _ persona: Meant, _ document: Document, _ place: Placement) -> Finding? {
        for name in FormTable.details(in: row.answer) {
            let known: String
            switch persona {
            case .unknown: return nil
            case .nobody: known = ""
            case .somebody(let persona):
                if persona.detail(name) != nil { continue }
                known = persona.details.map(\.name).joined(separator: ", ")
            }
            return document.finding(
                document.place(of: "{\(name)}", from: place, lines: 1) ?? place, "unknown-detail",
                "the persona has no detail “\(name)”",
                known.isEmpty ? "name a persona in the front matter" : "use one of: \(known)")
        }
        return nil
    }

    /// An answer that the field can never give.
    private func wrongAnswer(
        _ row: FormTable.Row, _ kind: Field.Kind, _ persona: Meant, _ document: Document, _ place: Placement
    ) -> Finding? {
        if row.answer == "*" { return nil }
        var answer = row.answer
        for name in FormTable.details(in: answer) {
            guard case .somebody(let persona) = persona, let value = persona.detail(name) else { return nil }
            answer = answer.replacing("{\(name)}", with: value)
        }
        let finding: (String, String) -> Finding = { document.finding(place, "question-without-answer", $0, $1) }
        switch kind {
        case .checkbox where !["yes", "no"].contains(answer):
            return finding("a checkbox never answers “\(answer)”", "write yes or no")
        case .date where !WrittenDay.isDay(answer):
            return finding("a date never answers “\(answer)”", "write it as 2026-12-05")
        case .choice(let choices) where !choices.contains(where: { Typed.folded($0) == Typed.folded(answer) }):
            return finding(
                "“\(answer)” is none of the choices",
                choices.isEmpty ? "write choices with / between them: choice: Ja / Nee" : "use one of: \(choices.joined(separator: ", "))")
        case _ where answer.isEmpty: return finding("this field has no answer", "write the answer, or * for anything")
        default: return nil
        }
    }
}
