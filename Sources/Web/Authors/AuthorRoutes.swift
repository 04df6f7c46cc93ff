import Accounts
import Courseware
import Hummingbird
import Learning
import Storage

/// What authors can mend: in their texts, and where learners get stuck in them.
struct AuthorRoutes: Routes {
    let site: Site

    func add(to router: Router<SiteContext>) {
        router.get("/auteurs", use: list)
        router.get("/auteurs/:course", use: course)
        router.get("/auteurs/:course/:lesson", use: lesson)
    }

    private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        try context.requireAuthor()
        let manuscript = await site.manuscript.library(today: site.now.isoDay)
        let tallies = try await site.database.read { connection in
            try manuscript.courses.map { try LessonFiguresStore().tallies(of: $0.id, on: connection) }
        }
        let page = AuthorCoursesPage(
            ink: site.ink(context),
            courses: zip(manuscript.courses, tallies).map { course, tallies in
                AuthorCoursesPage.Line(
                    reviews: course.languages.map { CourseReview(of: course, in: $0, manuscript, today: site.now.isoDay) },
                    tallies: tallies)
            },
            otherFindings: manuscript.findingsOutsideCourses)
        return site.answer(page, request, context)
    }

    private func course(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (manuscript, course, language) = try await place(request, context)
        let tallies = try await site.database.read { try LessonFiguresStore().tallies(of: course.id, on: $0) }
        let page = AuthorCoursePage(
            ink: site.ink(context),
            review: CourseReview(of: course, in: language, manuscript, today: site.now.isoDay), tallies: tallies)
        return site.answer(page, request, context)
    }

    private func lesson(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (manuscript, course, language) = try await place(request, context)
        let review = CourseReview(of: course, in: language, manuscript, today: site.now.isoDay)
        let wanted: LessonID = try context.id("lesson")
        guard let line = review.lessons.first(where: { $0.lesson.id == wanted }) else { throw Interruption.notFound }
        let now = site.now
        let (figures, reactions) = try await site.database.read { connection in
            (
                try LessonFiguresStore().figures(of: line.lesson, at: now, on: connection),
                try LessonReactionStore().reactions(to: line.lesson, on: connection)
            )
        }
        let page = AuthorLessonPage(
            ink: site.ink(context), course: course, language: language, line: line, figures: figures,
            reactions: reactions)
        return site.answer(page, request, context)
    }

    /// The course of the address as it is written now, and the language that was asked for, or else its own.
    private func place(
        _ request: Request, _ context: SiteContext
    ) async throws -> (Library, Course, Language) {
        try context.requireAuthor()
        let manuscript = await site.manuscript.library(today: site.now.isoDay)
        guard let course = manuscript.course(try context.id("course")) else { throw Interruption.notFound }
        let wanted = Language(rawValue: Form(encoded: request.uri.query ?? "")["taal"])
        return (manuscript, course, wanted.flatMap { course.languages.contains($0) ? $0 : nil } ?? course.texts.source)
    }
}

extension SiteContext {
    @discardableResult
    func requireAuthor() throws -> Account {
        guard let account = visitor.account else { throw Interruption.signInFirst(as: .staff) }
        guard account.has(.author) else { throw Interruption.notFound }
        return account
    }
}
