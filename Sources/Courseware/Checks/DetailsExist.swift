import Markup

/// Answers and kinds of the forms of a practice.
struct DetailsExist: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        site.practices.flatMap { folder, document in
            let persona = persona(of: document, folder, site)
            return document.placedNodes.filter { $0.node.kind == .table }.flatMap { node, line in
                FormTable(node).rows.compactMap { problem($0, persona, document) }
            }
        }
    }

    private func persona(of document: Document, _ folder: CheckedSite.Folder, _ site: CheckedSite) -> Persona? {
        let source = folder.practices.first { $0.file.stem == document.file.stem && $0.file.language == nil }
        let name = document.frontMatter.text("persona") ?? source?.frontMatter.text("persona")
        return name.flatMap(PersonaID.init(rawValue:)).flatMap { site.personas[$0] }
    }

    private func problem(_ row: FormTable.Row, _ persona: Persona?, _ document: Document) -> Finding? {
        if row.kind == nil {
            let place = document.file.place(of: row.writtenKind.isEmpty ? "|" : row.writtenKind, from: row.node.line)
            return document.finding(
                place.line, place.column, "question-kind", "“\(row.writtenKind)” is no kind of field",
                "use text, password, code, email, phone, date, checkbox or choice: A / B / C")
        }
        guard let name = FormTable.detail(row.answer), persona?.detail(name) == nil else { return nil }
        let place = document.file.place(of: row.answer, from: row.node.line)
        let known = persona?.details.map(\.name).joined(separator: ", ") ?? ""
        return document.finding(
            place.line, place.column, "unknown-detail", "the persona has no detail “\(name)”",
            known.isEmpty ? "name a persona in the front matter" : "use one of: \(known)")
    }
}
