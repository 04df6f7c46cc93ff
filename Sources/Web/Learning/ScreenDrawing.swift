import Courseware
import Markup

/// The parts of a screen: words, fields, and links that are buttons where they do something.
struct ScreenDrawing {
    let page: PracticePage
    let typed: [Int: String]

    private var flags: Set<PracticeFlag> { page.state.flags }

    var html: HTML {
        var link = 0
        var field = 0
        // The Enter key presses the first button of a form: that must be the main one.
        var html: HTML = page.screen.fields.isEmpty ? "" : enterKey
        for part in page.screen.parts {
            html += draw(part, &link, &field)
        }
        return html
    }

    private var enterKey: HTML {
        guard let main = page.screen.ways.firstIndex(where: { $0.link.isMain && $0.conditions.hold(flags) }) else { return "" }
        return #"<button class="visually-hidden" tabindex="-1" aria-hidden="true" name="naar" value="\#(main)"></button>"#
            + "\n"
    }

    /// Links and fields are counted whether they are shown or not: their number is their name in the form.
    private func draw(_ part: ScreenPart, _ link: inout Int, _ field: inout Int) -> HTML {
        let drawn = content(part.content, &link, &field)
        return part.conditions.hold(flags) ? drawn : ""
    }

    private func content(_ content: ScreenPart.Content, _ link: inout Int, _ field: inout Int) -> HTML {
        switch content {
        case .html(let html): return html
        case .paragraph(let inlines): return "<p>\(draw(inlines, &link))</p>\n"
        case .heading(let level, let inlines):
            let level = min(6, max(2, level))
            return "<h\(level)>\(draw(inlines, &link))</h\(level)>\n"
        case .box(let callout, let label, let parts):
            let inside = parts.reduce(into: HTML()) { $0 += draw($1, &link, &field) }
            guard let callout, let label else { return "<blockquote>\n\(inside)</blockquote>\n" }
            return "<div class=\"callout callout-\(callout.rawValue)\">\n<p class=\"callout-label\">\(label)</p>\n\(inside)</div>\n"
        case .list(let isOrdered, let items):
            var content = HTML()
            for item in items {
                let inside = draw(item.inlines, &link) + item.more.reduce(into: HTML()) { $0 += draw($1, &link, &field) }
                if item.conditions.hold(flags) { content += "<li>\(inside)</li>\n" }
            }
            if content.isEmpty { return "" }
            return isOrdered ? "<ol>\n\(content)</ol>\n" : "<ul>\n\(content)</ul>\n"
        case .form(let fields):
            return fields.reduce(into: HTML()) { html, next in
                html += draw(next, field)
                field += 1
            }
        }
    }

    private func draw(_ inlines: [ScreenPart.Inline], _ link: inout Int) -> HTML {
        inlines.reduce(into: HTML()) { html, inline in
            switch inline {
            case .html(let words): html += words
            case .link(let next):
                html += draw(next, number: link)
                link += 1
            }
        }
    }

    private func draw(_ link: PracticeLink, number: Int) -> HTML {
        let doesSomething = link.isMain || !link.sets.isEmpty || !link.clears.isEmpty || link.target == .done
        if doesSomething {
            return #"<button name="naar" value="\#(number)"\#(if: !link.isMain, #" class="quiet""#)>\#(link.label)</button>"#
        }
        // It looks like the others: which choice counts must not be told by its looks.
        let path = Path.screen(page.course.id, page.practice.id, link.target).with(page.state)
        return #"<a class="button quiet" href="\#(path.text)">\#(link.label)</a>"#
    }

    private func draw(_ field: Field, _ number: Int) -> HTML {
        let mistake = page.mistakes.first { $0.field == number }
        let id = "veld-\(number)"
        return #"""
            <div class="field\#(if: mistake != nil, " field-wrong")">
            \#(label(field, id))\#(mistake.map { error($0, field, id) })\#(control(field, number, id, isWrong: mistake != nil))
            </div>

            """#
    }

    private func label(_ field: Field, _ id: String) -> HTML {
        if field.kind == .checkbox { return "" }
        return #"<label for="\#(id)">\#(field.name)</label>"# + "\n"
    }

    private func error(_ mistake: PracticePage.Mistake, _ field: Field, _ id: String) -> HTML {
        #"""
        <div class="error" id="\#(id)-error"><p>\#(page.sentence(mistake))</p>\#(if: mistake.kind == .wrong, "<p>\(field.help)</p>")</div>

        """#
    }

    private func control(_ field: Field, _ number: Int, _ id: String, isWrong: Bool) -> HTML {
        let value = typed[number] ?? ""
        let wrong: HTML = isWrong ? #" aria-invalid="true" aria-describedby="\#(id)-error""# : ""
        switch field.kind {
        case .checkbox:
            return #"""
                <div class="choice"><input type="checkbox" id="\#(id)" name="\#(id)" value="yes"\#(if: value == "yes", " checked")\#(wrong)>
                <label for="\#(id)">\#(field.name)</label></div>
                """#
        case .choice(let choices):
            return #"""
                <select id="\#(id)" name="\#(id)"\#(wrong)><option value=""></option>\#(each: choices, { "<option\(if: $0 == value, " selected")>\($0)</option>" })</select>
                """#
        case .password: return input("password", id, "", wrong)
        case .code: return input("text", id, "", wrong)
        case .date: return input("date", id, value, wrong)
        case .email: return input("email", id, value, wrong)
        case .phone: return input("tel", id, value, wrong)
        case .text: return input("text", id, value, wrong)
        }
    }

    private func input(_ type: String, _ id: String, _ value: String, _ wrong: HTML) -> HTML {
        #"""
        <input id="\#(id)" name="\#(id)" type="\#(type)" value="\#(value)" autocomplete="off" autocapitalize="none" spellcheck="false"\#(wrong)>
        """#
    }
}
