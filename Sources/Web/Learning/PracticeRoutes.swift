import Accounts
import Courseware
import Hummingbird
import Learning
import Storage

/// Practice websites. What is typed is compared and forgotten.
struct PracticeRoutes: Routes {
    let site: Site
    private var study: Study { Study(database: site.database, world: site.world) }

    func add(to router: Router<SiteContext>) {
        router.get("/oefeningen/:course/:practice", use: start)
        router.get("/oefeningen/:course/:practice/:screen", use: show)
        router.post("/oefeningen/:course/:practice/:screen", use: press)
    }

    private func start(_ request: Request, _ context: SiteContext) throws -> Response {
        let (course, practice) = try site.practice(context)
        guard let screen = practice.firstScreen else { throw Interruption.notFound }
        let state = PracticeState(Form(encoded: request.uri.query ?? ""))
        return redirect(to: .screen(course.id, practice.id, screen).with(state))
    }

    private func page(_ state: PracticeState, _ context: SiteContext) throws -> PracticePage {
        let (course, practice) = try site.practice(context)
        let text = practice.texts[context.language]
        guard let screen = text.screen(try context.id("screen")) else { throw Interruption.notFound }
        return PracticePage(
            ink: site.ink(context), course: course, practice: practice, screen: screen, state: state,
            persona: site.library.persona(of: practice))
    }

    private func show(_ request: Request, _ context: SiteContext) throws -> Response {
        site.answer(try page(PracticeState(Form(encoded: request.uri.query ?? "")), context), request, context)
    }

    private func press(_ request: Request, _ context: SiteContext) async throws -> Response {
        let form = try await Form.read(request)
        var page = try page(PracticeState(form), context)
        let ways = page.screen.ways
        guard let number = Int(form["naar"]), ways.indices.contains(number), ways[number].conditions.hold(page.state.flags)
        else { throw Interruption.refused(.unprocessableContent, label: "error.bad-request") }
        let link = ways[number].link
        let place = page.state.place(of: page.practice, in: page.course).map { Study.Place($0.lesson, $0.step.id) }
        if link.isMain, !page.screen.fields.isEmpty {
            page.check(form)
            if !page.mistakes.isEmpty {
                let learner = try await site.learner(context)
                if let place {
                    try await study.stumble(
                        in: page.practice.id, fields: page.mistakes.map { page.screen.fields[$0.field].name }, at: place,
                        by: learner.account.id, form: form.id(site.world))
                }
                return learner.answer(
                    site.answer(page, request, context, status: .unprocessableContent), site.cookie(request))
            }
        }
        let wasDone = page.practice.isDone(page.state.flags, on: page.screen.id)
        let state = PracticeState(flags: link.applied(to: page.state.flags), origin: page.state.origin)
        let answer = redirect(to: .screen(page.course.id, page.practice.id, link.target).with(state))
        guard let place, !wasDone, page.practice.isDone(state.flags, on: link.target) else { return answer }
        let learner = try await site.learner(context)
        try await study.finish(page.practice.id, at: place, by: learner.account.id, form: form.id(site.world))
        return learner.answer(answer, site.cookie(request))
    }
}

extension Path {
    func with(_ state: PracticeState) -> Path { Path(text + state.query) }
}
