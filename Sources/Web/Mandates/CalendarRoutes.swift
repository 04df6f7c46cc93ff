import Accounts
import HTTPTypes
import Hummingbird
import Mandates
import NIOCore
import Storage

/// A helper's appointments in a calendar of their own, at a secret address.
struct CalendarRoutes: Routes {
    let site: Site

    func add(to router: Router<SiteContext>) {
        router.get("/agenda/{secret}.ics", use: show)
        router.post("/afspraken/agenda", use: make)
        router.post("/afspraken/agenda/opheffing", use: end)
    }

    private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
        let secret = context.parameters.get("secret") ?? ""
        guard let appointments = try await site.calendarDesk.appointments(at: secret, from: context.address) else {
            throw Interruption.notFound
        }
        let file = CalendarFile(appointments, ink: site.ink(context), at: site.now)
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/calendar; charset=utf-8", .cacheControl: "no-store",
                .contentDisposition: "inline; filename=\"meedoen.ics\"",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(string: file.text)))
    }

    /// The answer holds the address, and only this once.
    private func make(_ request: Request, _ context: SiteContext) async throws -> Response {
        let helper = try context.require(.helper)
        let secret = try await site.calendarDesk.makeAddress(for: helper)
        let page = CalendarAddressPage(ink: site.ink(context), address: site.address(of: .calendar(secret), request))
        return site.answer(page, request, context)
    }

    private func end(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await site.calendarDesk.endAddress(of: try context.require(.helper))
        return redirect(to: .appointments)
    }
}

extension CalendarFile {
    /// Names the service and the place, and nobody.
    init(_ appointments: [SeenAppointment], ink: Ink, at now: Instant) {
        self.init(
            name: ink.labels["calendar.name"],
            events: appointments.map { seen in
                let (appointment, words) = (seen.appointment, AppointmentWords(ink))
                let slot = appointment.slot
                return Event(
                    uid: appointment.id.rawValue, sequence: seen.changes(at: now),
                    changedAt: appointment.events.last?.at ?? appointment.proposedAt, start: slot.start, end: slot.end,
                    summary: ink.labels["calendar.summary", ["service": ink.title(of: seen.pair.service)]],
                    place: words.place(slot, seen), status: Event.Status(seen, at: now))
            })
    }
}

extension SeenAppointment {
    /// How often it changed, by what happened to it and to the mandate that it hangs on; never becomes less.
    fileprivate func changes(at now: Instant) -> Int {
        let pauses = pair.mandates.flatMap(\.events).count { [.suspended, .objected, .resumed].contains($0.deed.kind) }
        return appointment.events.count + pauses + ([.stopped, .unanswered].contains(state(at: now)) ? 1 : 0)
    }
}

extension CalendarFile.Event.Status {
    fileprivate init(_ seen: SeenAppointment, at now: Instant) {
        self =
            switch seen.state(at: now) {
            case .proposed: .tentative
            case .accepted: seen.pair.state(at: now) == .paused ? .tentative : .confirmed
            case .past: .confirmed
            case .cancelled, .unanswered, .stopped: .cancelled
            }
    }
}
