import Accounts
import Hummingbird
import Mandates
import Storage

/// What a citizen and a helper arrange: propose, accept, move and cancel.
struct AppointmentRoutes: Routes {
    let site: Site

    func add(to router: Router<SiteContext>) {
        router.get("/afspraken", use: list)
        router.get("/afspraken/voorstellen/:match", use: propose)
        router.post("/afspraken/voorstellen/:match", use: send)
        router.get("/afspraken/:appointment", use: show)
        router.post("/afspraken/:appointment/instemming", use: accept)
        router.post("/afspraken/:appointment/verplaatsing", use: move)
        router.post("/afspraken/:appointment/afzegging", use: cancel)
    }

    private func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let person = try context.requireCorrespondent()
        let now = site.now
        let (appointments, pairs) = try await site.database.read { connection in
            (
                try SeenAppointment.all(of: person.id, at: now, on: connection),
                try MatchedPairStore().pairs(of: person.id, on: connection).filter { $0.state(at: now) == .open }
            )
        }
        let page = AppointmentsPage(
            ink: site.ink(context), viewer: person, appointments: appointments, pairs: pairs,
            hasCalendar: person.has(.helper) ? try await site.calendarDesk.hasAddress(person) : nil, now: now)
        return site.answer(page, request, context)
    }

    private func proposalPage(_ context: SiteContext) async throws -> ProposalPage {
        let person = try context.requireCorrespondent()
        guard let choice = try await site.appointmentDesk.choice(in: try context.id("match"), for: person) else {
            throw Interruption.notFound
        }
        let ink = site.ink(context)
        return ProposalPage(ink: ink, viewer: person, form: SlotForm(ink: ink, choice: choice), now: site.now)
    }

    private func propose(_ request: Request, _ context: SiteContext) async throws -> Response {
        site.answer(try await proposalPage(context), request, context)
    }

    private func send(_ request: Request, _ context: SiteContext) async throws -> Response {
        var page = try await proposalPage(context)
        let form = try await Form.read(request)
        do {
            try await site.appointmentDesk.propose(
                try AppointmentSlot(form), in: page.form.choice.pair.id, by: page.viewer, form: form.id(site.world))
            return redirect(to: .appointments)
        } catch let refusal as AppointmentRefusal {
            page.form.fill(form, refusal)
            return site.answer(page, request, context, status: .unprocessableContent)
        }
    }

    private func page(_ context: SiteContext) async throws -> AppointmentPage {
        let person = try context.requireCorrespondent()
        let desk = site.appointmentDesk
        guard let seen = try await desk.appointment(try context.id("appointment"), for: person),
            let choice = try await desk.choice(in: seen.pair.id, for: person)
        else { throw Interruption.notFound }
        let ink = site.ink(context)
        return AppointmentPage(
            ink: ink, viewer: person, seen: seen, form: SlotForm(ink: ink, choice: choice, slot: seen.appointment.slot),
            now: site.now)
    }

    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        site.answer(try await page(context), request, context)
    }

    private func accept(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await happen(request, context) { _ in .accepted }
    }

    private func cancel(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await happen(request, context) { _ in .cancelled }
    }

    private func move(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await happen(request, context) { .moved(try AppointmentSlot($0)) }
    }

    private func happen(
        _ request: Request, _ context: SiteContext, _ deed: (Form) throws -> AppointmentEvent.Deed
    ) async throws -> Response {
        let form = try await Form.read(request)
        var page = try await page(context)
        let id = page.seen.appointment.id
        do {
            try await site.appointmentDesk.happen(try deed(form), to: id, by: page.viewer, form: form.id(site.world), seen: Int(form["stand"]))
            return redirect(to: .appointment(id))
        } catch let refusal as AppointmentRefusal {
            page = try await self.page(context)
            page.isMoving = form.has("datum")
            if page.isMoving { page.form.fill(form, refusal) } else { page.form.refusal = refusal }
            return site.answer(page, request, context, status: .unprocessableContent)
        }
    }
}

extension Site {
    var appointmentDesk: AppointmentDesk { AppointmentDesk(database: database, world: world) }
    var messageDesk: MessageDesk { MessageDesk(database: database, world: world) }
    var calendarDesk: CalendarDesk { CalendarDesk(database: database, world: world) }
}

extension SiteContext {
    /// Who can have somebody to write to and to meet: a citizen with a name, or a helper.
    func requireCorrespondent() throws -> Account {
        guard let account = visitor.account else { throw Interruption.signInFirst(as: .learner) }
        if account.has(.helper) { return account }
        return try requireNamedLearner()
    }
}
