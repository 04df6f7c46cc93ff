import Accounts
import Courseware
import Hummingbird
import Learning
import Storage

/// One step: reading it, answering its questions, ticking off, asking for help, going on.
struct StepRoutes: Routes {
    let site: Site
    private var study: Study { Study(database: site.database, world: site.world) }

    func add(to router: Router<SiteContext>) {
        router.get("/cursussen/:course/:lesson/:step", use: show)
        router.post("/cursussen/:course/:lesson/:step/voltooiing", use: complete)
        router.post("/cursussen/:course/:lesson/:step/antwoorden/:question", use: answer)
        router.post("/cursussen/:course/:lesson/:step/vinkjes", use: tick)
        router.post("/cursussen/:course/:lesson/:step/hulp", use: askForHelp)
    }

    private struct Spot {
        let course: Course
        let lesson: Lesson
        let step: Step
        var place: Study.Place { Study.Place(lesson, step.id) }
        var path: Path { .step(course.id, lesson.id, step.id) }
    }

    private func spot(_ context: SiteContext) throws -> Spot {
        let (course, lesson) = try site.lesson(context)
        guard let step = lesson.step(try context.id("step")) else { throw Interruption.notFound }
        return Spot(course: course, lesson: lesson, step: step)
    }

    private func page(_ spot: Spot, _ context: SiteContext) async throws -> StepPage {
        var page = StepPage(ink: site.ink(context), course: spot.course, lesson: spot.lesson, step: spot.step)
        guard let account = context.visitor.account else { return page }
        let (events, progress) = try await site.database.read { connection in
            (
                try LearningEventStore().events(
                    of: account.id, in: spot.course.id, spot.lesson.id, spot.step.id, on: connection),
                try LessonProgressStore().progress(
                    of: account.id, in: spot.course.id, spot.lesson.id, on: connection)
            )
        }
        page.answers = events.lastAnswers
        page.ticked = events.tickedItems
        page.progress = progress
        return page
    }

    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let spot = try spot(context)
        if spot.step.id.rawValue != context.parameters.get("step") { return redirect(to: spot.path) }
        return site.answer(try await page(spot, context), request, context)
    }

    private func complete(_ request: Request, _ context: SiteContext) async throws -> Response {
        let spot = try spot(context)
        let form = try await Form.read(request)
        let learner = try await site.learner(context)
        try await study.complete(spot.place, by: learner.account.id, form: form.id(site.world))
        let next = spot.lesson.step(after: spot.step.id)
        let path = next.map { Path.step(spot.course.id, spot.lesson.id, $0.id) } ?? .finished(spot.course.id, spot.lesson.id)
        return learner.answer(redirect(to: path), site.cookie(request))
    }

    private func answer(_ request: Request, _ context: SiteContext) async throws -> Response {
        let spot = try spot(context)
        guard let question = spot.step.question(try context.id("question"), in: context.language) else {
            throw Interruption.notFound
        }
        let form = try await Form.read(request)
        guard let answer = AnswerForm(question).answer(form) else {
            return try await again(spot, question, .unfinished, request, context)
        }
        if case .typed(let text) = answer, CitizenNumber.looksReal(in: text) {
            return try await again(spot, question, .citizenNumber, request, context)
        }
        let learner = try await site.learner(context)
        try await study.answer(
            question, with: answer, at: spot.place, by: learner.account.id, form: form.id(site.world))
        return learner.answer(redirect(to: spot.path.at("vraag-\(question.id)")), site.cookie(request))
    }

    private func again(
        _ spot: Spot, _ question: Question, _ problem: StepPage.Problem, _ request: Request, _ context: SiteContext
    ) async throws -> Response {
        var page = try await page(spot, context)
        page.problem = (question.id, problem)
        return site.answer(page, request, context, status: .unprocessableContent)
    }

    private func tick(_ request: Request, _ context: SiteContext) async throws -> Response {
        let spot = try spot(context)
        let form = try await Form.read(request)
        let number = form["lijst"]
        let items = spot.step.texts[context.language].checklists.flatMap(\.items).compactMap(\.id)
            .filter { $0.hasPrefix("\(number).") }
        guard !items.isEmpty else { throw Interruption.refused(.unprocessableContent, label: "error.bad-request") }
        let learner = try await site.learner(context)
        try await study.tick(Set(form.all("vinkje")), of: items, at: spot.place, by: learner.account.id)
        return learner.answer(redirect(to: spot.path.at("lijst-\(number)")), site.cookie(request))
    }

    private func askForHelp(_ request: Request, _ context: SiteContext) async throws -> Response {
        let spot = try spot(context)
        let form = try await Form.read(request)
        let learner = try await site.learner(context)
        try await study.askForHelp(at: spot.place, by: learner.account.id, form: form.id(site.world))
        return learner.answer(redirect(to: spot.path.at("hulp")), site.cookie(request))
    }
}
