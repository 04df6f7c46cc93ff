import Courseware
import Learning
import Markup

/// One course in one language: its lessons, and all that can be mended in it.
struct AuthorCoursePage: Page {
    let ink: Ink
    let review: CourseReview
    let tallies: [LessonID: LessonTally]

    private var labels: Labels { ink.labels }
    private var course: Course { review.course }
    var title: String { course.texts[ink.language].title }

    var main: HTML {
        #"""
        <p class="trail"><a href="\#(Path.authors.text)">\#(labels["authors.title"])</a></p>
        <h1\#(ink.lang(course.texts))>\#(title)</h1>
        \#(LanguageTabs(languages: course.languages, shown: review.language, ink: ink) { Path.review(course.id, $0) }.html)\#
        \#(table)<p><a href="\#(Path.course(course.id).text)">\#(labels["authors.to-course"])</a></p>
        \#(missing)<h2>\#(labels["authors.findings"])</h2>
        \#(if: review.findings.isEmpty, "<p>\(labels["authors.no-findings"])</p>\n")\#(FindingList(findings: review.findings).html)
        """#
    }

    private var table: HTML {
        #"""
        <div class="table-scroll" tabindex="0" role="region" aria-label="\#(labels["learning.lessons-title"])">
        <table>
        <thead><tr>\#(each: ["lesson", "translation", "checked", "findings", "started", "finished", "faces"], { "<th scope=\"col\">\(labels["authors.column.\($0)"])</th>" })</tr></thead>
        <tbody>
        \#(each: review.lessons, row)</tbody>
        </table>
        </div>

        """#
    }

    private func row(_ line: CourseReview.LessonLine) -> HTML {
        let lesson = line.lesson
        let tally = tallies[lesson.id]
        return #"""
            <tr><th scope="row"><a href="\#(Path.review(course.id, lesson.id, review.language).text)"\#(ink.lang(lesson.texts))>\#(lesson.texts[ink.language].title)</a></th>\#
            <td>\#(labels["authors.translation.\(line.translation.rawValue)"])</td><td>\#(CheckedDay(line: line, labels: labels).html)</td>\#
            <td>\#(line.findings.count)</td><td>\#(tally?.started ?? 0)</td><td>\#(tally?.finished ?? 0)</td><td>\#(FaceCount(faces: tally?.faces ?? [:], labels: labels).html)</td></tr>

            """#
    }

    private var missing: HTML {
        let practices = review.untranslatedPractices
        guard !practices.isEmpty || !review.hasText else { return "" }
        return #"""
            <h2>\#(labels["authors.untranslated"])</h2>
            <ul>\#(if: !review.hasText, "<li><code>course.md</code></li>")\#(each: practices, { "<li>\(labels["authors.practice"]) <code>\($0.id.rawValue)</code></li>" })</ul>

            """#
    }
}

/// The course or lesson in another language.
struct LanguageTabs {
    let languages: [Language]
    let shown: Language
    let ink: Ink
    let path: (Language) -> Path

    var html: HTML {
        #"""
        <nav aria-label="\#(ink.labels["authors.language"])"><ul class="tabs">
        \#(each: languages, { #"<li><a href="\#(path($0).text)"\#(if: $0 == shown, #" aria-current="page""#)>\#(ink.name(of: $0))</a></li>"# })</ul></nav>

        """#
    }
}

/// When the facts of a lesson were compared with their sources.
struct CheckedDay {
    let line: CourseReview.LessonLine
    let labels: Labels

    var html: HTML {
        guard let day = line.lesson.checked, let days = line.daysSinceCheck else { return "\(labels["authors.never-checked"])" }
        guard line.isUncheckedForLong else { return "\(day)" }
        return "\(day) <strong>\(labels["authors.long-ago", ["count": String(days)]])</strong>"
    }
}

/// How often each face was chosen.
struct FaceCount {
    let faces: [LessonReaction.Face: Int]
    let labels: Labels

    var html: HTML {
        guard !faces.isEmpty else { return "–" }
        return #"""
            <ul class="faces">\#(each: LessonReaction.Face.allCases, { "<li>\(FaceMark($0).html) \(faces[$0] ?? 0) <span class=\"visually-hidden\">\(labels["reaction.face.\($0.rawValue)"])</span></li>" })</ul>
            """#
    }
}
