import Accounts
import Courseware
import Hummingbird
import Mandates
import Storage

/// What the addresses of one mandate share.
extension Site {
    func mandatePage(_ context: SiteContext) async throws -> MandatePage {
        let viewer = try context.requireAnybody()
        guard let view = try await mandateDesk.view(try context.id("mandate"), for: viewer) else {
            throw Interruption.notFound
        }
        return MandatePage(
            ink: ink(context), viewer: viewer, view: view, now: now,
            needsCode: !(context.visitor.session?.proof.holds(at: now) ?? false),
            text: library.mandateTexts.first { $0.date == view.seen.mandate.textDate })
    }

    /// Does it and goes on; what is refused comes back with the reason, and with what was typed.
    func decide(
        _ form: Form, _ request: Request, _ context: SiteContext, next: Path? = nil,
        _ deed: (MandateID, Account) async throws -> Void
    ) async throws -> Response {
        let id: MandateID = try context.id("mandate")
        do {
            try await deed(id, try context.requireAnybody())
            return redirect(to: next ?? .mandate(id))
        } catch let refusal as MandateRefusal {
            var page = try await mandatePage(context)
            page.refusal = refusal
            if refusal == .codeDue || refusal == .wrongOneTimeCode { page.needsCode = true }
            page.typed = MandatePage.Typed(form)
            if case .secret = refusal { page.typed.result = "" }
            return answer(page, request, context, status: .unprocessableContent)
        }
    }
}

extension SiteContext {
    /// The visitor, whoever it is, but somebody we know.
    func requireAnybody() throws -> Account {
        guard let account = visitor.account else { throw Interruption.signInFirst(as: .learner) }
        return account
    }
}
