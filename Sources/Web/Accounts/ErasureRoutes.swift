import Accounts
import Coaching
import Hummingbird
import Learning
import Mandates
import Storage

/// Erasing somebody: oneself, or for who asks for it at the desk.
struct ErasureRoutes: Routes {
    let site: Site

    func add(to router: Router<SiteContext>) {
        router.get("/mijn-gegevens/wissing", use: showOwn)
        router.post("/mijn-gegevens/wissing", use: eraseOwn)
        router.get("/personen/:person/wissing", use: show)
        router.post("/personen/:person/wissing", use: erase)
        router.get("/gewist") { request, context in
            site.answer(ErasedPage(labels: site.ink(context).labels), request, context)
        }
    }

    private func showOwn(_ request: Request, _ context: SiteContext) throws -> Response {
        let person = try context.requireNamedLearner()
        return site.answer(ErasurePage(ink: site.ink(context), person: person), request, context)
    }

    /// Takes the three words again: somebody else may have come to sit at this computer.
    private func eraseOwn(_ request: Request, _ context: SiteContext) async throws -> Response {
        let person = try context.requireNamedLearner()
        let form = try await Form.read(request)
        guard try await site.signIn.confirms(form.raw("code"), person) else {
            let page = ErasurePage(ink: site.ink(context), person: person, problem: .wrongCode)
            return site.answer(page, request, context, status: .unprocessableContent)
        }
        try await site.erasure.erase(person.id, by: person)
        var response = redirect(to: .erased)
        response.headers[.setCookie] = site.cookie(request).expired
        return response
    }

    private func person(_ context: SiteContext) async throws -> (person: Account, eraser: Account) {
        guard let eraser = context.visitor.account else { throw Interruption.signInFirst(as: .staff) }
        guard eraser.has(.coordinator) || eraser.has(.administrator),
            let person = try await site.erasure.person(try context.id("person"), for: eraser)
        else { throw Interruption.notFound }
        return (person, eraser)
    }

    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let person = try await person(context).person
        return site.answer(ErasurePage(ink: site.ink(context), person: person), request, context)
    }

    private func erase(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (person, eraser) = try await person(context)
        guard try await Form.read(request).has("zeker") else {
            let page = ErasurePage(ink: site.ink(context), person: person, problem: .notSure)
            return site.answer(page, request, context, status: .unprocessableContent)
        }
        do {
            try await site.erasure.erase(person.id, by: eraser)
        } catch ErasureRefusal.notYours {
            throw Interruption.notFound
        }
        return redirect(to: .erased)
    }
}

extension Site {
    var erasure: Erasure {
        Erasure(
            database: database, world: world,
            rooms: [LearningErasureStore(), CoachingErasureStore(), MandatesErasureStore(world: world)])
    }
}
