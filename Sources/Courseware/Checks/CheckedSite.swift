import Markup

/// What the checks look at.
struct CheckedSite: Sendable {
    let documents: SiteDocuments
    let map: SiteMap
    let personas: [PersonaID: Persona]
    /// `2026-11-24`; nothing where time shall not count.
    let today: String?
    /// What is read as running text, taken apart once for all checks.
    let texts: [ReadText]

    init(documents: SiteDocuments, map: SiteMap, personas: [PersonaID: Persona], today: String?) {
        self.documents = documents
        self.map = map
        self.personas = personas
        self.today = today
        texts = today == nil ? [] : ReadText.all(in: documents)
    }

    typealias Folder = SiteDocuments.CourseFolder

    /// Every document of the courses with its folder.
    var courseDocuments: [(folder: Folder, document: Document)] {
        documents.courses.flatMap { folder in
            (folder.course + folder.lessons + folder.practices).map { (folder, $0) }
        }
    }

    var lessons: [(folder: Folder, document: Document)] {
        documents.courses.flatMap { folder in folder.lessons.map { (folder, $0) } }
    }

    var practices: [(folder: Folder, document: Document)] {
        documents.courses.flatMap { folder in folder.practices.map { (folder, $0) } }
    }

    func isPractice(_ document: Document) -> Bool { document.file.path.contains("/practices/") }
}

extension Document {
    /// Every node with the line it is on; what the parser does not place is placed with what it stands in.
    var placedNodes: [(node: Node, line: Int)] {
        var placed: [(Node, Int)] = []
        func walk(_ node: Node, _ line: Int) {
            let here = node.line > 0 ? max(node.line, line) : line
            placed.append((node, here))
            for child in node.children { walk(child, here) }
        }
        for block in allBlocks { walk(block, max(1, block.line)) }
        return placed
    }

    /// Every link with its address and the place of that address.
    var links: [(destination: String, line: Int, column: Int)] {
        placedNodes.compactMap { node, line in
            guard case .link(let destination, _) = node.kind else { return nil }
            let place = file.place(of: "](\(destination)", from: line)
            return (destination, place.line, place.column + (place.column > 1 || hasLink(destination, at: place) ? 2 : 0))
        }
    }

    private func hasLink(_ destination: String, at place: (line: Int, column: Int)) -> Bool {
        file.line(place.line).hasPrefix("](\(destination)")
    }

    /// Every question with its line.
    var questions: [(question: QuestionText, line: Int)] {
        sections.flatMap { section in
            section.blocks.compactMap { block in QuestionText(block).map { ($0, block.line) } }
        }
    }

    func finding(_ line: Int, _ column: Int, _ rule: String, _ problem: String, _ remedy: String) -> Finding {
        file.finding(line, column, rule, problem, remedy)
    }

    func warning(_ line: Int, _ column: Int, _ rule: String, _ problem: String, _ remedy: String) -> Finding {
        file.finding(line, column, rule, problem, remedy, severity: .warning)
    }
}
