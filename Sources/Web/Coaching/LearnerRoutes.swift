import Accounts
import Coaching
import Courseware
import Hummingbird
import Storage

/// A learner of a group: a card to sign in with, what was tried, and help.
struct LearnerRoutes: Routes {
    let site: Site

    func add(to router: Router<SiteContext>) {
        router.post("/groepen/:group/cursisten", use: add)
        router.get("/groepen/:group/cursisten/:learner", use: show)
        router.post("/groepen/:group/cursisten/:learner/kaartje", use: renewCard)
        router.post("/groepen/:group/cursisten/:learner/hulp", use: help)
    }

    private func add(_ request: Request, _ context: SiteContext) async throws -> Response {
        let coach = try context.requireCoach()
        let form = try await Form.read(request)
        let group: GroupID = try context.id("group")
        do {
            guard let card = try await site.coachDesk.addLearner(form["naam"], to: group, by: coach) else {
                throw Interruption.notFound
            }
            return self.card(card, group, request, context)
        } catch let refusal as RegistrationRefusal {
            var page = try await site.groupPage(request, context)
            page.newName = form["naam"]
            page.refusal = refusal
            return site.answer(page, request, context, status: .unprocessableContent)
        }
    }

    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let coach = try context.requireCoach()
        let group: GroupID = try context.id("group")
        guard let attempts = try await site.coachDesk.attempts(of: try context.id("learner"), in: group, for: coach)
        else { throw Interruption.notFound }
        let page = AttemptsPage(ink: site.ink(context), group: group, attempts: attempts)
        return site.answer(page, request, context)
    }

    private func renewCard(_ request: Request, _ context: SiteContext) async throws -> Response {
        let coach = try context.requireCoach()
        let group: GroupID = try context.id("group")
        guard let card = try await site.coachDesk.renewCard(of: try context.id("learner"), in: group, by: coach) else {
            throw Interruption.notFound
        }
        return self.card(card, group, request, context)
    }

    private func help(_ request: Request, _ context: SiteContext) async throws -> Response {
        let coach = try context.requireCoach()
        let group: GroupID = try context.id("group")
        let learner: AccountID = try context.id("learner")
        let form = try await Form.read(request)
        guard let course = CourseID(rawValue: form["cursus"]), let lesson = LessonID(rawValue: form["les"]),
            try await site.coachDesk.help(
                learner, in: group, with: LessonReference(course: course, lesson: lesson), by: coach,
                form: form.id(site.world))
        else { throw Interruption.notFound }
        return redirect(to: .learner(group, learner))
    }

    private func card(
        _ card: LoginCard, _ group: GroupID, _ request: Request, _ context: SiteContext
    ) -> Response {
        var page = LoginCardPage(ink: site.ink(context), card: card, signInAddress: site.signInAddress(card, request))
        page.next = .group(group)
        var response = site.answer(page, request, context)
        response.headers[.cacheControl] = "no-store"
        return response
    }
}
