import Courseware
import Foundation
import Learning
import Markup

/// All courses, with how much there is to mend in each.
struct AuthorCoursesPage: Page {
    struct Line {
        /// One for each language, the source language first.
        let reviews: [CourseReview]
        let tallies: [LessonID: LessonTally]
    }

    let ink: Ink
    let courses: [Line]
    let otherFindings: [Finding]

    private var labels: Labels { ink.labels }
    var title: String { labels["authors.title"] }

    var main: HTML {
        #"""
        <h1>\#(title)</h1>
        <p>\#(labels["authors.introduction"])</p>
        <div class="table-scroll" tabindex="0" role="region" aria-label="\#(labels["authors.courses"])">
        <table>
        <thead><tr>\#(each: ["course", "language", "errors", "warnings", "untranslated", "outdated", "unchecked"], { "<th scope=\"col\">\(labels["authors.column.\($0)"])</th>" })</tr></thead>
        <tbody>
        \#(each: courses.flatMap(rows), { $0 })</tbody>
        </table>
        </div>
        <h2>\#(labels["authors.learners"])</h2>
        <ul>\#(each: courses, learners)</ul>
        \#(if: !otherFindings.isEmpty, others)
        """#
    }

    private func rows(_ line: Line) -> [HTML] {
        line.reviews.enumerated().map { place, review in
            let course = review.course
            let name: HTML = #"""
                <th scope="rowgroup" rowspan="\#(line.reviews.count)"\#(ink.lang(course.texts))>\#(course.texts[ink.language].title)\#(status(course))</th>
                """#
            return #"""
                <tr>\#(if: place == 0, name)<td><a href="\#(Path.review(course.id, review.language).text)">\#(ink.name(of: review.language))</a></td>\#
                \#(each: [review.errors, review.warnings, review.untranslated, review.outdated, review.uncheckedForLong], { "<td>\($0)</td>" })</tr>

                """#
        }
    }

    private func status(_ course: Course) -> HTML {
        guard course.status != .published else { return "" }
        return " <small\(ink.ownLang(course.texts))>(\(labels["authors.status.\(course.status.rawValue)"]))</small>"
    }

    private func learners(_ line: Line) -> HTML {
        guard let course = line.reviews.first?.course else { return "" }
        let most = line.tallies.values.map(\.started).max() ?? 0
        let finished = course.lessons.last.flatMap { line.tallies[$0.id]?.finished } ?? 0
        return #"""
            <li><span\#(ink.lang(course.texts))>\#(course.texts[ink.language].title)</span>: \#(labels.count("authors.started", most)), \#(labels.count("authors.finished-last", finished))</li>

            """#
    }

    private var others: HTML {
        #"""
        <h2>\#(labels["authors.other-files"])</h2>
        \#(FindingList(findings: otherFindings).html)
        """#
    }
}

extension Ink {
    /// What the language is called; its tag where the labels have no name for it.
    func name(of other: Language) -> String { other.ownName(labels) }
}

extension Language {
    /// As its own readers call it: `Nederlands`, `العربية`.
    func ownName(_ labels: Labels) -> String {
        let key = "language.\(rawValue)"
        if labels[key] != key { return labels[key] }
        return Locale(identifier: rawValue).localizedString(forLanguageCode: rawValue) ?? rawValue
    }
}
