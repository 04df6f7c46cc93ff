import Accounts
import Courseware
import Hummingbird
import Learning
import Storage

/// The way to a lesson: home, courses, a course, a lesson.
struct CourseRoutes: Routes {
    let site: Site

    func add(to router: Router<SiteContext>) {
        router.get("/", use: home)
        router.get("/cursussen", use: courses)
        router.get("/cursussen/:course", use: course)
        router.get("/cursussen/:course/:lesson", use: lesson)
        router.get("/afgerond/:course/:lesson", use: finished)
        router.post("/afgerond/:course/:lesson/mening", use: react)
    }

    private func home(_ request: Request, _ context: SiteContext) async throws -> Response {
        let page = HomePage(
            ink: site.ink(context), text: site.library.pages["home"],
            shelf: CourseShelf(site.courses(for: context.visitor), try await progress(context)))
        return site.answer(page, request, context)
    }

    private func courses(_ request: Request, _ context: SiteContext) async throws -> Response {
        let page = CoursesPage(
            ink: site.ink(context),
            shelf: CourseShelf(site.courses(for: context.visitor), try await progress(context)))
        return site.answer(page, request, context)
    }

    private func course(_ request: Request, _ context: SiteContext) async throws -> Response {
        let course = try site.course(context)
        let progress = try await progress(context)
        var page = CoursePage(ink: site.ink(context), course: course, progress: progress)
        // Only then: to know the next one, all courses must have been read.
        if progress.hasFinished(course) {
            page.next = CourseShelf(site.courses(for: context.visitor), progress).unfinished(after: course)
        }
        return site.answer(page, request, context)
    }

    private func lesson(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (course, lesson) = try site.lesson(context)
        let page = LessonPage(
            ink: site.ink(context), course: course, lesson: lesson,
            progress: try await progress(context).of(lesson))
        return site.answer(page, request, context)
    }

    private func finished(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (course, lesson) = try site.lesson(context)
        var page = LessonFinishedPage(ink: site.ink(context), course: course, lesson: lesson)
        if let account = context.visitor.account {
            page.reaction = try await site.database.read {
                try LessonReactionStore().reaction(of: account.id, to: lesson, on: $0)
            }
        }
        return site.answer(page, request, context)
    }

    private func react(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (course, lesson) = try site.lesson(context)
        let form = try await Form.read(request)
        let face = LessonReaction.Face(rawValue: form["gezicht"])
        do {
            guard let face else { throw LessonReactionRefusal.faceMissing }
            let learner = try await site.learner(context)
            let reaction = try LessonReaction(
                by: learner.account.id, to: lesson, in: lesson.texts.language(for: context.language), face, form["zin"],
                at: site.now)
            try await site.database.write { try LessonReactionStore().save(reaction, on: $0) }
            return learner.answer(redirect(to: .finished(course.id, lesson.id).at("mening")), site.cookie(request))
        } catch let refusal as LessonReactionRefusal {
            var page = LessonFinishedPage(ink: site.ink(context), course: course, lesson: lesson)
            page.form.face = face
            page.form.sentence = refusal == .citizenNumber ? "" : form["zin"]
            page.form.refusal = refusal
            return site.answer(page, request, context, status: .unprocessableContent)
        }
    }

    private func progress(_ context: SiteContext) async throws -> [LessonProgress] {
        guard let account = context.visitor.account else { return [] }
        return try await site.database.read { try LessonProgressStore().progress(of: account.id, on: $0) }
    }
}

extension [LessonProgress] {
    func of(_ lesson: Lesson) -> LessonProgress? { first { $0.course == lesson.course && $0.lesson == lesson.id } }

    func hasFinished(_ course: Course) -> Bool {
        !course.lessons.isEmpty && course.lessons.allSatisfy { of($0)?.finishedAt != nil }
    }
}

extension Library {
    /// The courses that somebody may see.
    func shown(to visitor: Visitor) -> [Course] { courses.filter { $0.isShown(to: visitor) } }
}

extension Course {
    /// Published ones are for learners; helpers and coaches see theirs as well, and authors see drafts.
    func isShown(to visitor: Visitor) -> Bool {
        switch status {
        case .archived: return false
        case .draft: return visitor.account?.has(.author) == true
        case .published: break
        }
        if visitor.account?.has(.author) == true { return true }
        switch audience {
        case .learner: return true
        case .helper: return visitor.account?.has(.helper) == true || visitor.account?.has(.coordinator) == true
        case .coach: return visitor.account?.has(.coach) == true || visitor.account?.has(.coordinator) == true
        }
    }
}

extension Site {
    /// The courses that this visitor may see; in a preview, everybody sees all.
    func courses(for visitor: Visitor) -> [Course] {
        settings.isPreview ? library.courses.filter { $0.status != .archived } : library.shown(to: visitor)
    }

    /// The course of the address, where this visitor may see it. A link to an archived course goes on to work.
    func course(_ context: SiteContext) throws -> Course {
        let id: CourseID = try context.id("course")
        // Only this one: the others need not have been read yet.
        guard let course = library.course(id),
            settings.isPreview || course.status == .archived || course.isShown(to: context.visitor)
        else { throw Interruption.notFound }
        return course
    }

    func lesson(_ context: SiteContext) throws -> (Course, Lesson) {
        let course = try course(context)
        guard let lesson = course.lesson(try context.id("lesson")) else { throw Interruption.notFound }
        return (course, lesson)
    }

    func practice(_ context: SiteContext) throws -> (Course, Practice) {
        let course = try course(context)
        guard let practice = course.practice(try context.id("practice")) else { throw Interruption.notFound }
        return (course, practice)
    }
}
