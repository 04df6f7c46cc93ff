import Accounts
import Coaching
import Courseware
import Hummingbird
import Storage

/// A coach's groups: the list, a new one, and the table of one.
struct GroupRoutes: Routes {
    let site: Site

    func add(to router: Router<SiteContext>) {
        router.get("/groepen", use: list)
        router.post("/groepen", use: make)
        router.get("/groepen/:group", use: show)
    }

    private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let coach = try context.requireCoach()
        let page = GroupsPage(ink: site.ink(context), groups: try await site.coachDesk.groups(for: coach))
        return site.answer(page, request, context)
    }

    private func make(_ request: Request, _ context: SiteContext) async throws -> Response {
        let coach = try context.requireCoach()
        let form = try await Form.read(request)
        do {
            let group = try await site.coachDesk.makeGroup(form["naam"], by: coach, form: form.id(site.world))
            return redirect(to: .group(group.id))
        } catch let refusal as CoachingRefusal {
            var page = GroupsPage(ink: site.ink(context), groups: try await site.coachDesk.groups(for: coach))
            page.name = form["naam"]
            page.refusal = refusal
            return site.answer(page, request, context, status: .unprocessableContent)
        }
    }

    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let page = try await site.groupPage(request, context)
        return site.answer(page, request, context)
    }
}

extension Site {
    var coachDesk: CoachDesk { CoachDesk(database: database, registration: registration, world: world) }

    /// The group of the address, with the table of the course that was asked for, or else the first.
    func groupPage(_ request: Request, _ context: SiteContext) async throws -> GroupPage {
        let coach = try context.requireCoach()
        // A group learns: the courses for coaches and helpers come after those for learners.
        let shown = library.shown(to: context.visitor)
        let courses = shown.filter { $0.audience == .learner } + shown.filter { $0.audience != .learner }
        let wanted = CourseID(rawValue: Form(encoded: request.uri.query ?? "")["cursus"])
        guard let course = courses.first(where: { $0.id == wanted }) ?? courses.first,
            let (group, dashboard) = try await coachDesk.dashboard(try context.id("group"), in: course.id, for: coach)
        else { throw Interruption.notFound }
        return GroupPage(
            ink: ink(context), group: group, courses: courses, course: course, dashboard: dashboard, now: now)
    }
}

extension SiteContext {
    /// A coach, or the coordinator, who sees all groups of the organisation.
    func requireCoach() throws -> Account {
        guard let account = visitor.account else { throw Interruption.signInFirst(as: .staff) }
        guard account.has(.coach) || account.has(.coordinator) else { throw Interruption.notFound }
        return account
    }
}
