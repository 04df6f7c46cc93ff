import Courseware
import Markup

/// The first page: a few words of welcome, where you were, and the courses.
struct HomePage: Page {
    let ink: Ink
    let text: Localized<PageText>?
    let shelf: CourseShelf

    var title: String { text?[ink.language].title ?? ink.labels["learning.courses"] }

    var main: HTML {
        #"""
        <h1>\#(title)</h1>
        \#(welcome)\#(goOn)<h2>\#(ink.labels["learning.courses"])</h2>
        \#(shelf.html(ink))
        """#
    }

    private var welcome: HTML {
        guard let text else { return "" }
        return #"<div class="narrow-start prose"\#(ink.lang(text))>\#(text[ink.language].body)</div>"#
    }

    private var goOn: HTML {
        guard let (course, lesson, step) = shelf.latest() else { return "" }
        let title = lesson.texts[ink.language].title
        return #"""
            <p><a class="button" href="\#(Path.step(course.id, lesson.id, step.id).text)">\#(ink.labels["learning.go-on", ["lesson": title]])</a></p>

            """#
    }
}

struct CoursesPage: Page {
    let ink: Ink
    let shelf: CourseShelf

    var title: String { ink.labels["learning.courses"] }
    var main: HTML { "<h1>\(title)</h1>\n\(shelf.html(ink))" }
}
