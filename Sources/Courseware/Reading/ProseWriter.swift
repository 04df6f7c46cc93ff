import Markup

/// Draws the prose of one step, screen or page: links to where things are, and marks the first mention of each hard
/// word. A writer is used for one step only, for it remembers which words it has marked.
final class ProseWriter {
    private let setting: Setting
    private(set) var terms: [Term] = []

    /// Where the prose stands.
    struct Setting {
        var course: CourseID?
        var lesson: LessonID?
        var language: Language
        var map: SiteMap
        /// Only a step draws the explanations that its words open.
        var marksTerms = true
        /// In a step, a third-level heading becomes the second of its page; a page of its own keeps its levels.
        var keepsHeadings = false
    }

    init(_ setting: Setting) { self.setting = setting }

    func html(_ nodes: some Sequence<Node>) -> HTML { renderer(marksTerms: setting.marksTerms).html(nodes) }

    /// Without marked words: for labels of options and buttons, where nothing else can be pressed.
    func plain(_ nodes: some Sequence<Node>) -> HTML { renderer(marksTerms: false).html(nodes) }

    private func renderer(marksTerms: Bool) -> Renderer {
        var renderer = Renderer(
            link: { [unowned self] in link($0, $1) }, picture: { [unowned self] in picture($0, $1) })
        if marksTerms { renderer.words = { [unowned self] in words($0) } }
        renderer.quote = { [unowned self] in callout($0, $1) }
        renderer.headingShift = setting.keepsHeadings ? 0 : -1
        return renderer
    }

    private func words(_ text: String) -> HTML {
        guard let finder = setting.map.finders[setting.language] else { return HTML(text: text) }
        return finder.pieces(of: text).reduce(into: HTML()) { html, piece in
            if let term = piece.term, !terms.contains(where: { $0.id == term.id }) {
                html += mark(term, HTML(text: piece.text))
            } else {
                html.append(text: piece.text)
            }
        }
    }

    /// Works without a script: the browser opens the explanation by itself.
    private func mark(_ term: Term, _ content: HTML) -> HTML {
        if !terms.contains(where: { $0.id == term.id }) { terms.append(term) }
        return "<button type=\"button\" class=\"term\" popovertarget=\"term-\(term.id.rawValue)\">\(content)</button>"
    }

    private func link(_ destination: String, _ content: HTML) -> HTML? {
        let map = setting.map
        switch LinkTarget(destination) {
        case .term(let id):
            guard setting.marksTerms else { return nil }
            return map.term(id, in: setting.language).map { mark($0, content) }
        case .outside(let address):
            return """
                <a class="external" rel="noreferrer" href="\(address)">\(content)<span class="visually-hidden"> \
                \(map.label("link.external", in: setting.language))</span></a>
                """
        case .lessonFile(let course, let file, let anchor):
            guard let course = course.flatMap(CourseID.init(rawValue:)) ?? setting.course,
                let lesson = FileNames.lesson(FileNames.stem(file)), map.has(lesson, in: course)
            else { return nil }
            let address = map.addresses.lesson(course, lesson, anchor.flatMap(StepID.init(rawValue:)))
            return "<a href=\"\(address)\">\(content)</a>"
        case .courseFile(let course):
            guard let course = course.flatMap(CourseID.init(rawValue:)) ?? setting.course, map.has(course) else {
                return nil
            }
            return "<a href=\"\(map.addresses.course(course))\">\(content)</a>"
        case .practiceFile(let course, let file):
            guard let course = course.flatMap(CourseID.init(rawValue:)) ?? setting.course,
                let practice = PracticeID(rawValue: FileNames.stem(file)), map.has(practice, in: course)
            else { return nil }
            return "<a href=\"\(map.addresses.practice(course, practice))\">\(content)</a>"
        case .here(let anchor):
            guard let course = setting.course, let lesson = setting.lesson, let step = StepID(rawValue: anchor) else {
                return nil
            }
            return "<a href=\"\(map.addresses.lesson(course, lesson, step))\">\(content)</a>"
        case .service(let id):
            guard let service = ServiceID(rawValue: id), map.services.contains(service) else { return nil }
            return "<a href=\"\(map.addresses.service(service))\">\(content)</a>"
        case .unsafe, .unknownFile: return nil
        }
    }

    private func picture(_ destination: String, _ description: String) -> HTML? {
        guard let course = setting.course, let picture = setting.map.picture(destination, of: course) else { return nil }
        let address = setting.map.addresses.picture(course, picture.name)
        let size: HTML = picture.size.map { " width=\"\($0.width)\" height=\"\($0.height)\"" } ?? ""
        return "<img src=\"\(address)\" alt=\"\(description)\"\(size) loading=\"lazy\">"
    }

    private func callout(_ quote: Node, _ content: (Node) -> HTML) -> HTML? {
        guard let (kind, rest) = Callout.split(quote) else { return nil }
        let label = setting.map.label("callout.\(kind.rawValue)", in: setting.language)
        return """
            <div class="callout callout-\(kind.rawValue)">
            <p class="callout-label">\(label)</p>
            \(each: rest, content)</div>

            """
    }
}

/// A quote that begins with `[!TIP]`, `[!NOTE]` or `[!WARNING]`.
enum Callout: String {
    case tip
    case note
    case warning

    /// The kind and what stands in it.
    static func split(_ quote: Node) -> (Callout, [Node])? {
        guard let first = quote.children.first, first.kind == .paragraph,
            case .text(let mark)? = first.children.first?.kind
        else { return nil }
        let kinds: [String: Callout] = ["[!TIP]": .tip, "[!NOTE]": .note, "[!WARNING]": .warning]
        guard let (text, kind) = kinds.first(where: { mark.hasPrefix($0.key) }) else { return nil }
        var inlines = first.children
        let left = String(mark.dropFirst(text.count).drop(while: \.isWhitespace))
        inlines[0] = Node(.text(left), line: first.line)
        let shown = Array(left.isEmpty ? inlines.dropFirst().drop { $0.kind == .softBreak } : inlines[...])
        let paragraph = shown.isEmpty ? [] : [Node(.paragraph, children: shown, line: first.line)]
        return (kind, paragraph + quote.children.dropFirst())
    }
}
