import Courseware
import Hummingbird

/// Hand-outs for paper: a course, a lesson, a practice.
struct PrintRoutes: Routes {
    let site: Site

    func add(to router: Router<SiteContext>) {
        router.get("/afdrukken/:course", use: course)
        router.get("/afdrukken/:course/:lesson", use: lesson)
        router.get("/afdrukken/:course/oefening/:practice", use: practice)
    }

    private func course(_ request: Request, _ context: SiteContext) throws -> Response {
        let course = try site.course(context)
        let text = course.texts[context.language]
        var handout = Handout(ink: site.ink(context), title: text.title, back: .course(course.id))
        handout.add(course)
        return site.answer(handout, request, context)
    }

    private func lesson(_ request: Request, _ context: SiteContext) throws -> Response {
        let (course, lesson) = try site.lesson(context)
        let text = lesson.texts[context.language]
        var handout = Handout(ink: site.ink(context), title: text.title, back: .lesson(course.id, lesson.id))
        handout.add(lesson, of: course)
        return site.answer(handout, request, context)
    }

    private func practice(_ request: Request, _ context: SiteContext) throws -> Response {
        let (course, practice) = try site.practice(context)
        let text = practice.texts[context.language]
        var handout = Handout(ink: site.ink(context), title: text.title, back: .practice(course.id, practice.id))
        handout.add(practice, persona: site.library.persona(of: practice))
        return site.answer(handout, request, context)
    }
}
