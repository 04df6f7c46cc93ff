import Accounts
import Courseware
import Mandates
import Storage
import Testing

/// What is done with a mandate, on a real database and with the real services.
@Suite struct MandateDeskTests {
    let house: MandateHouse

    init() async throws { house = try await MandateHouse() }

    private func form<Subject>() -> Identifier<Subject> { house.world.newID() }

    @Test func `from question to revocation, every deed stands in the log`() async throws {
        let id = try await house.active()
        let desk = house.desk
        try await desk.record(try house.act(), with: id, by: house.bram, proof: house.proof)
        await #expect(throws: MandateRefusal.outOfScope) {
            try await desk.record(try house.act("iets-anders"), with: id, by: house.bram, proof: house.proof)
        }
        try await desk.happen(.revoked(.own), to: id, by: house.fatma, form: form())
        await #expect(throws: MandateRefusal.ended(.revoked)) {
            try await desk.record(try house.act(), with: id, by: house.bram, proof: house.proof)
        }
        #expect(try await house.acts(of: id).count == 1)
        #expect(
            try await house.log(of: id) == [
                "mandate.offered", "mandate.consented", "act.recorded", "act.recorded refused", "mandate.revoked",
                "act.recorded refused",
            ])
    }

    @Test func `every deed is kept and read back as it was`() async throws {
        let service = try house.highRisk
        let id = try await house.active(service)
        let desk = house.desk
        let act = try house.act(service.acts[0])
        try await desk.record(act, with: id, by: house.bram, proof: house.proof)
        try await desk.answer(act.id, of: id, .wrong, by: house.fatma, form: form())
        try await desk.happen(.resumed, to: id, by: house.karim, form: form())
        try await desk.happen(.suspended, to: id, by: house.karim, form: form())
        try await desk.happen(.actWithdrawn(service.acts[1], .phone), to: id, by: house.carla, form: form())
        try await desk.happen(.returned, to: id, by: house.bram, form: form())
        let mandate = try await house.mandate(id)
        #expect(
            mandate.events.map(\.deed) == [
                .confirmed, .consented, .objected(act.id), .resumed, .suspended, .actWithdrawn(service.acts[1], .phone),
                .returned,
            ])
        #expect(mandate.scope == [service.acts[0]] + service.acts.dropFirst(2))
    }

    @Test func `agreeing takes the three words, whichever way it is tried`() async throws {
        let id = try await house.offered()
        await #expect(throws: MandateRefusal.wrongCode) {
            try await house.desk.happen(.consented, to: id, by: house.fatma, form: form())
        }
        for deed in [MandateEvent.Deed.consentedOnPaper(.citizen), .renewed, .died, .incapable] {
            await #expect(throws: MandateRefusal.notYours) {
                try await house.desk.happen(deed, to: id, by: house.carla, form: form())
            }
        }
        #expect(try await house.state(id) == .offered)
    }

    @Test func `nobody agrees with other words than the citizen's own`() async throws {
        let id = try await house.offered()
        await #expect(throws: MandateRefusal.wrongCode) {
            try await house.desk.consent(to: id, by: house.fatma, code: "boot kaas lamp", declares: true, form: form())
        }
        for other in [house.bram, house.karim, house.carla] {
            await #expect(throws: (any Error).self) {
                try await house.desk.consent(to: id, by: other, code: house.code, declares: true, form: form())
            }
        }
        await #expect(throws: MandateRefusal.notAgreed) {
            try await house.desk.record(try house.act(), with: id, by: house.bram, proof: house.proof)
        }
    }

    @Test func `who does not decide alone cannot agree alone`() async throws {
        let id = try await house.offered()
        await #expect(throws: MandateRefusal.notDeclared) {
            try await house.desk.consent(to: id, by: house.fatma, code: house.code, declares: false, form: form())
        }
        #expect(try await house.people.report(.incapable, of: house.fatma.id, by: house.carla, form: form()))
        #expect(try await house.state(id) == .ended(.incapable))
        let next = try await house.offered()
        await #expect(throws: MandateRefusal.representativeNeeded) { try await house.consent(to: next) }
        await #expect(throws: MandateRefusal.representativeNeeded) { try await onPaper(next, .citizen) }
        try await onPaper(next, .representative)
        #expect(try await house.mandate(next).events.map(\.deed) == [.consentedOnPaper(.representative)])
    }

    @Test func `paper counts when somebody other than the helper saw it and the person`() async throws {
        let id = try await house.offered()
        await #expect(throws: MandateRefusal.notSeen) { try await onPaper(id, .citizen, sawPerson: false) }
        await #expect(throws: MandateRefusal.notSeen) { try await onPaper(id, .citizen, sawPaper: false) }
        for side in [house.bram, house.fatma] {
            await #expect(throws: MandateRefusal.notYours) { try await onPaper(id, .citizen, by: side) }
        }
        try await onPaper(id, .citizen)
        #expect(try await house.state(id) == .active)
    }

    private func onPaper(
        _ id: MandateID, _ signatory: MandateEvent.Signatory, sawPerson: Bool = true, sawPaper: Bool = true,
        by witness: Account? = nil
    ) async throws {
        try await house.desk.consentOnPaper(
            to: id, signedBy: signatory, sawPerson: sawPerson, sawPaper: sawPaper, by: witness ?? house.carla, form: form())
    }

    @Test func `a high risk waits for the coordinator`() async throws {
        let id = try await house.offered(try house.highRisk)
        await #expect(throws: MandateRefusal.notConfirmed) { try await house.consent(to: id) }
        await #expect(throws: MandateRefusal.notConfirmed) { try await onPaper(id, .citizen) }
        await #expect(throws: MandateRefusal.notYours) {
            try await house.desk.happen(.confirmed, to: id, by: house.carla, form: form())
        }
        try await house.desk.happen(.confirmed, to: id, by: house.karim, form: form())
        try await house.consent(to: id)
        #expect(try await house.state(id) == .active)
    }

    @Test func `a no to an act stops the mandate at once and calls the coordinator`() async throws {
        let id = try await house.active()
        let act = try house.act()
        try await house.desk.record(act, with: id, by: house.bram, proof: house.proof)
        await #expect(throws: MandateRefusal.notYours) {
            try await house.desk.answer(act.id, of: id, .right, by: house.bram, form: form())
        }
        try await house.desk.answer(act.id, of: id, .wrong, by: house.fatma, form: form())
        #expect(try await house.state(id) == .suspended)
        let waiting = try await house.database.read { [house] connection in
            try MandateStore().waiting(in: house.oefenstad.id, at: house.now, on: connection)
        }
        #expect(waiting.map(\.mandate.id) == [id])
        await #expect(throws: MandateRefusal.answeredAlready) {
            try await house.desk.answer(act.id, of: id, .right, by: house.fatma, form: form())
        }
        await #expect(throws: MandateRefusal.suspended) {
            try await house.desk.record(try house.act(), with: id, by: house.bram, proof: house.proof)
        }
        try await house.desk.happen(.resumed, to: id, by: house.karim, form: form())
        try await house.desk.record(try house.act(), with: id, by: house.bram, proof: house.proof)
    }

    @Test func `a no after the end is kept, and changes nothing else`() async throws {
        let id = try await house.active()
        let act = try house.act()
        try await house.desk.record(act, with: id, by: house.bram, proof: house.proof)
        try await house.desk.happen(.returned, to: id, by: house.bram, form: form())
        try await house.desk.answer(act.id, of: id, .wrong, by: house.fatma, form: form())
        #expect(try await house.acts(of: id).map(\.answer) == [.wrong])
        #expect(try await house.state(id) == .ended(.returned))
    }

    @Test func `each act that is recorded comes to the citizen as a question`() async throws {
        let id = try await house.active()
        let act = try house.act()
        try await house.desk.record(act, with: id, by: house.bram, proof: house.proof)
        #expect(try await unanswered() == [act.id])
        try await house.desk.answer(act.id, of: id, .right, by: house.fatma, form: form())
        #expect(try await unanswered() == [])
    }

    private func unanswered() async throws -> [RecordedActID] {
        let inbox = try await house.database.read { [house] in try Inbox(of: house.fatma.id, at: house.now, on: $0) }
        return inbox.messages.compactMap { if case .act(let act, _) = $0 { act.id } else { nil } }
    }

    @Test func `a form sent twice counts once`() async throws {
        let id = try await house.active()
        let same = try house.act()
        for _ in 0..<2 { try await house.desk.record(same, with: id, by: house.bram, proof: house.proof) }
        let event: MandateEventID = form()
        for _ in 0..<2 { try await house.desk.happen(.revoked(.own), to: id, by: house.fatma, form: event) }
        #expect(try await house.acts(of: id).count == 1)
        #expect(try await house.log(of: id).filter { $0 == "mandate.revoked" }.count == 1)
    }

    @Test func `taking back the last act ends the mandate`() async throws {
        let service = try house.service
        let id = try await house.active()
        for act in service.acts {
            try await house.desk.happen(.actWithdrawn(act, .own), to: id, by: house.fatma, form: form())
        }
        let mandate = try await house.mandate(id)
        #expect(mandate.state(at: house.now) == .ended(.revoked))
        #expect(mandate.events.last?.deed == .revoked(.own))
    }

    @Test func `at the desk and by phone somebody of the staff stops it for the citizen`() async throws {
        for channel in [MandateEvent.Channel.desk, .phone] {
            let id = try await house.active()
            for nobody in [house.bram, house.fatma] {
                await #expect(throws: MandateRefusal.notYours) {
                    try await house.desk.happen(.revoked(channel), to: id, by: nobody, form: form())
                }
            }
            await #expect(throws: MandateRefusal.notYours) {
                try await house.desk.happen(.revoked(.own), to: id, by: house.carla, form: form())
            }
            try await house.desk.happen(.revoked(channel), to: id, by: house.carla, form: form())
            #expect(try await house.mandate(id).events.last?.deed == .revoked(channel))
        }
    }

    @Test func `a new mandate takes the place of one that ends soon`() async throws {
        let service = try house.service
        let old = try await house.active()
        await #expect(throws: MandateRefusal.notRenewable) { _ = try await renew(old) }
        house.advance(by: .days(20))
        let new = try await renew(old)
        await #expect(throws: MandateRefusal.notRenewable, "one is offered already") { _ = try await renew(old) }
        #expect(try await house.state(old) == .active, "the old one runs until the new one is agreed")
        try await house.consent(to: new)
        #expect(try await house.state(old) == .ended(.renewed))
        #expect(try await house.state(new) == .active)
        #expect(try await house.mandate(new).renews == old)
        #expect(try await house.mandate(new).acts == service.acts)
    }

    @Test func `a mandate that is paused is not renewed behind the coordinator's back`() async throws {
        let old = try await house.active()
        house.advance(by: .days(20))
        let new = try await renew(old)
        try await house.desk.happen(.suspended, to: old, by: house.karim, form: form())
        await #expect(throws: MandateRefusal.suspended) { try await house.consent(to: new) }
        #expect(try await house.state(new) == .offered)
    }

    @Test func `a mandate that is given back takes along what was offered in its place`() async throws {
        let old = try await house.active()
        house.advance(by: .days(20))
        let new = try await renew(old)
        try await house.desk.happen(.returned, to: old, by: house.bram, form: form())
        #expect(try await house.state(new) == .ended(.returned))
        await #expect(throws: MandateRefusal.ended(.returned)) { try await house.consent(to: new) }
        #expect(try await house.log(of: new).contains("mandate.returned"))
    }

    @Test func `an objection stays with the coordinator whatever the helper does next`() async throws {
        let (old, new, act) = try await objected()
        try await house.desk.happen(.returned, to: old, by: house.bram, form: form())
        #expect(try await house.state(new) == .ended(.returned))
        let calls = try await house.database.read { try $0.rows("SELECT act_id FROM coordinator_call WHERE settled_at IS NULL") }
        #expect(try calls.map { try $0["act_id"] as RecordedActID } == [act])
    }

    @Test func `what stood still until its last day has no successor`() async throws {
        let (_, new, _) = try await objected()
        house.advance(by: .days(15))
        await #expect(throws: MandateRefusal.suspended) { try await house.consent(to: new) }
    }

    @Test func `after a death nobody asks, offers or agrees, also not on paper`() async throws {
        let (offered, match) = (try await house.offered(), try await house.matched(try house.service))
        #expect(try await house.people.report(.died, of: house.fatma.id, by: house.carla, form: form()))
        await #expect(throws: HelpRequestRefusal.closed) { _ = try await house.asked(try house.service) }
        await #expect(throws: HelpRequestRefusal.closed) {
            _ = try await house.help.offer(
                try house.service.acts, for: .month, to: match, by: house.bram, service: try house.service, text: try house.text)
        }
        await #expect(throws: MandateRefusal.ended(.died)) {
            try await house.desk.consentOnPaper(
                to: offered, signedBy: .representative, sawPerson: true, sawPaper: true, by: house.carla, form: form())
        }
        let signIn = SignIn(database: house.database, hasher: house.hasher, world: house.world)
        #expect(try await !signIn.confirms(house.code, house.fatma))
    }

    @Test func `what somebody else sends with the right words is not theirs to send`() async throws {
        let id = try await house.offered()
        await #expect(throws: MandateRefusal.notYours) {
            try await house.desk.consent(to: id, by: house.carla, code: house.code, declares: true, form: form())
        }
    }

    /// A mandate, what was offered in its place, and the act in it that the citizen then said no to.
    private func objected() async throws -> (old: MandateID, new: MandateID, act: RecordedActID) {
        let old = try await house.active()
        house.advance(by: .days(20))
        let new = try await renew(old)
        let act = try house.act()
        try await house.desk.record(act, with: old, by: house.bram, proof: house.proof)
        try await house.desk.answer(act.id, of: old, .wrong, by: house.fatma, form: form())
        return (old, new, act.id)
    }

    private func renew(_ id: MandateID) async throws -> MandateID {
        try await house.help.offerRenewal(
            of: id, for: .month, by: house.bram, service: try house.service, text: try house.text)
    }

    @Test func `a helper is told to enter a code again, and that is kept`() async throws {
        let id = try await house.active()
        let old = SignInProof(provedAt: house.now - .hours(1), seenAt: house.now - .minutes(16))
        await #expect(throws: MandateRefusal.codeDue) {
            try await house.desk.record(try house.act(), with: id, by: house.bram, proof: old)
        }
        #expect(try await house.log(of: id).last == "act.recorded refused")
    }

    @Test func `who has nothing to do with it finds nothing`() async throws {
        let id = try await house.active()
        let elsewhere = Organisation(id: house.world.newID(), name: "Elders")
        try await house.database.write { [house] in
            try OrganisationStore().insert(elsewhere, by: nil, at: house.now, on: $0)
        }
        let strangers = [
            try await house.person("Wim", .helper), try await house.person("Els", .coordinator, in: elsewhere.id),
            try await house.person("Ria", .learner), try await house.person("Ed", .author),
        ]
        for stranger in strangers {
            await #expect(throws: MandateMissing.self) {
                try await house.desk.happen(.suspended, to: id, by: stranger, form: form())
            }
            #expect(try await house.people.visit(house.fatma.id, for: stranger)?.citizen == nil)
        }
    }

    @Test func `after a report of a death everything of that person ends`() async throws {
        let running = try await house.active()
        let offered = try await house.offered()
        let request = try await house.asked(try house.service)
        let (other, match): (Account, HelperMatchID) = (try await house.person("Wim", .helper), form())
        try await house.ready(other)
        #expect(try await house.people.report(.died, of: house.fatma.id, by: house.bram, form: form()) == false)
        #expect(try await house.people.report(.died, of: house.fatma.id, by: house.carla, form: form()))
        for id in [running, offered] { #expect(try await house.state(id) == .ended(.died)) }
        await #expect(throws: HelpRequestRefusal.closed) {
            try await house.help.match(request, with: other.id, by: house.karim, form: match)
        }
    }

    @Test func `the hash belongs to the exact text, and the text says what was agreed`() async throws {
        let id = try await house.offered()
        let mandate = try await house.mandate(id)
        let kept = try await house.database.read { try MandateStore().agreement(of: id, on: $0) }
        let agreement = try #require(kept)
        #expect(agreement.hash == mandate.textHash)
        #expect(agreement.text.hasPrefix(try house.text.texts[.dutch].source))
        for act in try house.service.texts[.dutch].acts { #expect(agreement.text.contains(act.label)) }
        #expect(agreement.text.contains(String(mandate.validUntil.milliseconds)))
        #expect(Agreement(text: agreement.text.replacing("tot: 1", with: "tot: 2")).hash != mandate.textHash)
    }
}
