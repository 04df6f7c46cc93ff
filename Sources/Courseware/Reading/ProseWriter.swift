import Markup

/// Draws the prose of one step, screen or page: links to where things are, and marks the first mention of each hard
/// word. A writer is used for one step only, for it remembers which words it has marked.
final class ProseWriter {
    private let setting: Setting
    private let finder: TermFinder?
    private(set) var terms: [Term] = []
    /// Words that the author linked where nothing can be pressed: in a heading, in a label.
    private var linkedInLabels: [Term] = []

    /// Where the prose stands.
    struct Setting {
        var base: LinkTarget.Base
        var course: CourseID?
        var lesson: LessonID?
        var language: Language
        var map: SiteMap
        /// Only a step draws the explanations that its words open.
        var marksTerms = true
        /// In a step, a third-level heading becomes the second of its page; a page of its own keeps its levels.
        var keepsHeadings = false
    }

    init(_ setting: Setting) {
        self.setting = setting
        finder = setting.map.finders[setting.language]
    }

    private lazy var renderer = renderer(marksTerms: setting.marksTerms)
    private lazy var plainRenderer = renderer(marksTerms: false)

    func html(_ nodes: [Node]) -> HTML { renderer.html(nodes).fitted }

    /// Without marked words: for labels of options and buttons, where nothing else can be pressed.
    func plain(_ nodes: [Node]) -> HTML { plainRenderer.html(nodes).fitted }

    private func renderer(marksTerms: Bool) -> Renderer {
        let renderer = Renderer(
            link: { [unowned self] in link($0, $1, marksTerms: marksTerms) }, picture: { [unowned self] in picture($0, $1) })
        if marksTerms { renderer.words = { [unowned self] in words($0, &$1) } }
        renderer.quote = { [unowned self] in callout($0, $1) }
        renderer.headingWords = { WrittenID.split($0).text }
        renderer.headingShift = setting.keepsHeadings ? 0 : -1
        return renderer
    }

    /// A line with the words that were linked in labels only; nothing where all of them are marked elsewhere too.
    func wordsOfLabels() -> HTML? {
        guard linkedInLabels.contains(where: { isNew($0.id) }) else { return nil }
        let (label, language) = setting.map.label("handout.terms", in: setting.language)
        var html: HTML = "<p class=\"small\"><span\(lang(language))>\(label):</span>"
        for term in linkedInLabels where isNew(term.id) {
            html.append(literal: " ")
            mark(term, &html) { $0.append(text: term.word) }
        }
        return html + "</p>\n"
    }

    private func words(_ text: String, _ html: inout HTML) {
        let mentions = finder?.mentions(in: text) ?? []
        var text = text
        text.withUTF8 { bytes in
            var plain = bytes[...]
            for mention in mentions {
                guard let finder, isNew(finder.terms[mention.term].id) else { continue }
                add(bytes[plain.startIndex..<mention.bytes.lowerBound], &html)
                mark(finder.terms[mention.term], &html) { $0.append(text: bytes[mention.bytes]) }
                plain = bytes[mention.bytes.upperBound...]
            }
            add(plain, &html)
        }
    }

    private func isNew(_ term: TermID) -> Bool { !terms.contains { $0.id == term } }

    private static let ends: [StaticString] = ["</button>", "</button></strong>", "</button></em>"]
    private static let signs = [".", ",", ";", ":", "!", "?", ")", "”", "’", "…"]

    /// The sign right after a marked word goes into its button: after a button the browser may begin a new line, whatever
    /// follows.
    private func add(_ utf8: Slice<UnsafeBufferPointer<UInt8>>, _ html: inout HTML) {
        guard !terms.isEmpty, utf8.first != UInt8(ascii: " "), let end = Self.ends.first(where: { html.hasEnd($0) }) else {
            return html.append(text: utf8)
        }
        var rest = utf8
        while let sign = Self.signs.first(where: { rest.starts(with: $0.utf8) }) { rest = rest.dropFirst(sign.utf8.count) }
        html.insert(text: utf8[..<rest.startIndex], before: end)
        html.append(text: rest)
    }

    /// Works without a script: the browser opens the explanation by itself.
    private func mark(_ term: Term, _ html: inout HTML, _ addContent: (inout HTML) -> Void) {
        if isNew(term.id) { terms.append(term) }
        html.append(literal: "<button type=\"button\" class=\"term\" popovertarget=\"term-")
        html.append(text: term.id.rawValue)
        html.append(literal: "\">")
        addContent(&html)
        html.append(literal: "</button>")
    }

    private func link(_ destination: String, _ content: HTML, marksTerms: Bool) -> HTML? {
        let map = setting.map
        switch LinkTarget(destination, from: setting.base) {
        case .term(let id):
            guard !content.isEmpty, let term = map.term(id, in: setting.language) else { return nil }
            guard marksTerms else {
                linkedInLabels.append(term)
                return nil
            }
            var marked = HTML()
            mark(term, &marked) { $0 += content }
            return marked
        case .outside(let address): return outside(address, content)
        case .lessonFile(let course, let file, let anchor):
            guard let lesson = map.lesson(file, in: course) else { return nil }
            return inside(map.addresses.lesson(lesson.course, lesson.id, anchor.flatMap(StepID.init(rawValue:))), content)
        case .courseFile(let course): return map.course(course).map { inside(map.addresses.course($0), content) }
        case .practiceFile(let course, let file, _):
            return map.practice(file, in: course).map { inside(map.addresses.practice($0.course, $0.id), content) }
        case .here(let anchor):
            guard let course = setting.course, let lesson = setting.lesson, let step = StepID(rawValue: anchor) else {
                return nil
            }
            return inside(map.addresses.lesson(course, lesson, step), content)
        case .service(let id):
            guard let service = ServiceID(rawValue: id), map.services.contains(service) else { return nil }
            return inside(map.addresses.service(service), content)
        case .unsafe, .unknownFile, .pictureFile: return nil
        }
    }

    private func inside(_ address: String, _ content: HTML) -> HTML { "<a href=\"\(address)\">\(content)</a>" }

    /// The learner is told that a website opens; a telephone or a letter opens none.
    private func outside(_ address: String, _ content: HTML) -> HTML {
        guard LinkTarget.isWebAddress(address) else { return "<a class=\"external\" href=\"\(address)\">\(content)</a>" }
        let (label, language) = setting.map.label("link.external", in: setting.language)
        return """
            <a class="external" rel="noreferrer" href="\(address)">\(content)<span class="visually-hidden"\(lang(language))> \
            \(label)</span></a>
            """
    }

    private func picture(_ destination: String, _ description: String) -> HTML? {
        guard case .pictureFile(let course, let file) = LinkTarget(destination, from: setting.base),
            let id = setting.map.course(course),
            let picture = setting.map.picture(file, of: course, in: setting.language)
        else { return nil }
        let address = setting.map.addresses.picture(id, picture.name)
        let size: HTML = picture.size.map { " width=\"\($0.width)\" height=\"\($0.height)\"" } ?? ""
        return "<img src=\"\(address)\" alt=\"\(description)\"\(size) loading=\"lazy\">"
    }

    func label(_ callout: Callout) -> HTML {
        let (label, language) = setting.map.label("callout.\(callout.rawValue)", in: setting.language)
        return "<p class=\"callout-label\"\(lang(language))>\(label)</p>\n"
    }

    /// Where a label is not in the language of what stands around it.
    private func lang(_ language: Language) -> HTML {
        guard language != setting.language else { return "" }
        return " lang=\"\(language.rawValue)\" dir=\"\(language.isRightToLeft ? "rtl" : "ltr")\""
    }

    private func callout(_ quote: Node, _ content: (Node) -> HTML) -> HTML? {
        guard let (kind, rest) = Callout.split(quote) else { return nil }
        return """
            <div class="callout callout-\(kind.rawValue)">
            \(label(kind))\(each: rest, content)</div>

            """
    }
}

/// A quote that begins with `[!TIP]`, `[!NOTE]` or `[!WARNING]`.
package enum Callout: String, Sendable {
    case tip
    case note
    case warning

    /// The kind and what stands in it.
    static func split(_ quote: Node) -> (Callout, [Node])? {
        guard let mark = QuoteMark(quote), let kind = Callout(rawValue: mark.name) else { return nil }
        return (kind, mark.rest)
    }
}

/// `[!TIP]`, `[!QUESTION]` or another word in such brackets, with which a quote begins.
struct QuoteMark {
    /// In small letters: `tip`.
    let name: String
    /// The text on the mark's own line, after it.
    let line: String
    /// What stands in the quote besides the mark; its words keep their places.
    let rest: [Node]

    /// The name alone; nothing where the quote does not begin with a mark.
    static func name(_ quote: Node) -> String? { word(quote)?.lowercased() }

    private static func word(_ quote: Node) -> Substring? {
        guard case .quote = quote.kind, let first = quote.children.first, case .paragraph = first.kind,
            case .text(let words)? = first.children.first?.kind, words.utf8.starts(with: "[!".utf8),
            let end = words.utf8.firstIndex(of: UInt8(ascii: "]"))
        else { return nil }
        let word = words[words.utf8.index(words.startIndex, offsetBy: 2)..<end]
        let isPlain = word.utf8.allSatisfy { $0.isLetter || $0 == UInt8(ascii: "-") }
        return isPlain || word.allSatisfy { $0.isLetterOfWord || $0 == "-" } ? word : nil
    }

    /// Nothing where the quote does not begin with one.
    init?(_ quote: Node) {
        guard let word = Self.word(quote), let first = quote.children.first, let text = first.children.first,
            case .text(let words) = text.kind
        else { return nil }
        name = word.lowercased()
        let line = words[words.utf8.index(after: word.endIndex)...].drop { $0.isWhitespace }
        self.line = String(line)
        var inlines = first.children
        inlines[0] = Node(
            .text(String(line)), line: text.line, byteColumn: text.byteColumn + words[..<line.startIndex].utf8.count)
        let shown = Array(line.isEmpty ? inlines.dropFirst().drop { $0.kind == .softBreak || $0.kind == .lineBreak } : inlines[...])
        let paragraph = shown.isEmpty ? [] : [Node(.paragraph, children: shown, line: first.line, byteColumn: first.byteColumn)]
        rest = paragraph + quote.children.dropFirst()
    }
}
