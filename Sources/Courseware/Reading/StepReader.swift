import Markup

/// Turns a section of a lesson into a step's text.
struct StepReader {
    let setting: ProseWriter.Setting

    func text(_ section: Document.Section) -> StepText {
        let writer = ProseWriter(setting)
        let questions = Dictionary(section.questions.map { ($0.block, $0.text) }, uniquingKeysWith: { first, _ in first })
        var number = 0
        var checklists = 0
        func read(_ blocks: [Node], _ asked: [Int: QuestionText]) -> [StepPart] {
            var parts: [StepPart] = []
            var prose: [Node] = []
            func flush() {
                if !prose.isEmpty { parts.append(.prose(writer.html(prose))) }
                prose = []
            }
            for (place, block) in blocks.enumerated() {
                if let text = asked[place] {
                    flush()
                    number += 1
                    if let question = question(text, number: number, writer) { parts.append(.question(question)) }
                } else if Tick.isChecklist(block) {
                    flush()
                    checklists += 1
                    parts.append(.checklist(Checklist(items: items(block, number: checklists, writer))))
                } else if let practice = practice(block) {
                    flush()
                    parts.append(.practice(practice))
                } else if let (callout, rest) = Callout.split(block), rest.contains(where: Tick.isChecklist) {
                    flush()
                    parts.append(.callout(callout, label: writer.label(callout), read(rest, [:])))
                } else {
                    prose.append(block)
                }
            }
            flush()
            return parts
        }
        _ = writer.plain(section.heading.children)
        var parts = read(section.blocks, questions)
        if let words = writer.wordsOfLabels() { parts.append(.prose(words)) }
        return StepText(title: section.title, parts: parts, terms: writer.terms)
    }

    /// Nothing where it has no answers that can be given; `check` says why.
    private func question(_ text: QuestionText, number: Int, _ writer: ProseWriter) -> Question? {
        guard let kind = kind(text.shape, writer) else { return nil }
        let asked = text.prompt.first?.kind == .paragraph ? text.prompt[0].children : []
        let id = text.writtenID.flatMap(QuestionID.init(rawValue:)) ?? QuestionID(unchecked: "\(number)")
        return Question(
            id: id, prompt: writer.html(asked), more: writer.html(Array(text.prompt.dropFirst(asked.isEmpty ? 0 : 1))), kind: kind,
            heading: text.heading.map { pair($0, writer) },
            closing: text.closing.isEmpty ? nil : writer.html(text.closing))
    }

    private func kind(_ shape: QuestionText.Shape, _ writer: ProseWriter) -> Question.Kind? {
        switch shape {
        case .tasks(let options):
            let right = options.count { $0.isTicked == true }
            guard right > 0 else { return nil }
            let options = options.map { option($0, isRight: $0.isTicked == true, writer) }
            return right == 1 ? .oneAnswer(options) : .severalAnswers(options)
        case .ordered(let items):
            return items.count > 1 ? .order(items.map { option($0, isRight: true, writer) }) : nil
        case .typed(let answers):
            let answers = answers.filter { !$0.answer.isEmpty }
            guard !answers.isEmpty else { return nil }
            return .typed(answers.map { Question.TypedAnswer(text: $0.answer, feedback: feedback($0.feedback, writer)) })
        case .match(let pairs):
            guard pairs.count > 1 else { return nil }
            return .match(pairs.map { pair($0, writer) })
        case .unknown, .missing: return nil
        }
    }

    private func option(_ option: QuestionText.Option, isRight: Bool, _ writer: ProseWriter) -> Question.Option {
        Question.Option(
            label: writer.plain(option.label), isRight: isRight, feedback: feedback(option.feedback, writer))
    }

    private func pair(_ cells: (left: Node, right: Node), _ writer: ProseWriter) -> Question.Pair {
        Question.Pair(left: writer.plain(cells.left.children), right: HTML(text: cells.right.plainText))
    }

    private func feedback(_ blocks: [Node], _ writer: ProseWriter) -> HTML? { blocks.isEmpty ? nil : writer.html(blocks) }

    /// The items of the list and of the lists in it; what stands in an item without a mark of its own belongs to it.
    private func items(_ list: Node, number: Int, _ writer: ProseWriter) -> [Checklist.Item] {
        var items: [Checklist.Item] = []
        var ticks = 0
        func add(_ list: Node) {
            for item in list.children {
                var blocks = item.children
                let nested = blocks.filter(Tick.isChecklist)
                blocks.removeAll(where: Tick.isChecklist)
                var id: String?
                if let first = blocks.first, first.kind == .paragraph {
                    var inlines = first.children
                    if Tick.remove(from: &inlines) != nil {
                        ticks += 1
                        id = "\(number).\(ticks)"
                    }
                    let more = blocks.count > 1 ? writer.plain(Array(blocks.dropFirst())) : HTML()
                    items.append(Checklist.Item(id: id, label: writer.plain(inlines), more: more))
                } else {
                    items.append(Checklist.Item(id: nil, label: writer.plain(blocks), more: HTML()))
                }
                nested.forEach(add)
            }
        }
        add(list)
        return items
    }

    /// A paragraph that is only a link to a practice puts the practice there.
    private func practice(_ block: Node) -> PracticeID? {
        guard block.kind == .paragraph, block.children.count == 1,
            case .link(let destination, _) = block.children[0].kind,
            case .practiceFile(let course, let file, _) = LinkTarget(destination, from: setting.base),
            let practice = setting.map.practice(file, in: course), practice.course == setting.course
        else { return nil }
        return practice.id
    }
}
