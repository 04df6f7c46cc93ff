import Accounts
import Audit
import Courseware
import Foundation
import Mandates
import Storage
import Testing

/// The whole way of a mandate, on a real database and with the real services.
@Suite struct MandateDeskTests {
    let database: SQLiteDatabase
    let hasher = SecretHasher(cost: .least, threads: 1)
    let library: Library
    let oefenstad: OrganisationID
    let fatma: Account
    let bram: Account
    let karim: Account

    init() async throws {
        let world = World(clock: Clock { Instant(milliseconds: 1_795_500_000_000) }, randomness: .system)
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path
        library = LibraryReader(courses: "\(root)/Courses", content: "\(root)/Content").read()
        let database = try SQLiteDatabase(
            path: NSTemporaryDirectory() + "meedoen-\(UUID().uuidString).sqlite", clock: world.clock)
        self.database = database
        let organisation = Organisation(id: world.newID(), name: "Oefenstad")
        oefenstad = organisation.id
        let bram = Account(id: world.newID(), organisation: organisation.id, name: "Bram", loginName: nil, roles: [.helper])
        let karim = Account(id: world.newID(), organisation: organisation.id, name: "Karim", loginName: nil, roles: [.coordinator])
        try await database.write { connection in
            try OrganisationStore().insert(organisation, by: nil, at: world.now, on: connection)
            for account in [bram, karim] { try AccountStore().insert(account, at: world.now, on: connection) }
        }
        (self.bram, self.karim) = (bram, karim)
        let registration = Registration(
            database: database, hasher: hasher, world: world, words: { ["fiets", "tulp", "brood"] })
        let card = try await registration.registerLearner("Fatma", by: karim)
        fatma = try #require(try await database.read { try AccountStore().account(card.account, on: $0) })
        code = card.code.text
    }

    let code: String
    var world: World { World(clock: Clock { Instant(milliseconds: 1_795_500_000_000) }, randomness: .system) }
    var help: HelpDesk { HelpDesk(database: database, world: world) }
    var desk: MandateDesk { desk(world) }
    func desk(_ world: World) -> MandateDesk {
        MandateDesk(database: database, signIn: SignIn(database: database, hasher: hasher, world: world), world: world)
    }
    var service: Service { library.services[0] }

    private func offered() async throws -> MandateID {
        let (request, match): (HelpRequestID, HelperMatchID) = (world.newID(), world.newID())
        try await help.ask(for: service.id, wish: "", chosen: nil, by: fatma, form: request)
        try await help.match(request, with: bram.id, by: karim, form: match)
        return try await help.accept(match, by: bram, service: service, text: try #require(library.mandateTexts.last))
    }

    private func active() async throws -> MandateID {
        let id = try await offered()
        try await desk.consent(to: id, by: fatma, code: code, form: world.newID())
        return id
    }

    private func act(_ kind: ActID? = nil) -> RecordedAct {
        RecordedAct(
            id: world.newID(), kind: kind ?? service.acts[0], by: bram.id, at: world.now, minutes: 5, result: "Gelukt")
    }

    private func acts(of id: MandateID) async throws -> [RecordedAct] {
        try await database.read { try MandateStore().acts(of: id, on: $0) }
    }

    private func log(of id: MandateID) async throws -> [String] {
        try await database.read { connection in
            try AuditLog().entries(of: id, on: connection).reversed().map { entry in
                entry.result == .done ? entry.action.rawValue : "\(entry.action.rawValue) refused"
            }
        }
    }

    @Test func `from question to revocation, every deed stands in the log`() async throws {
        let id = try await active()
        try await desk.record(act(), with: id, by: bram)
        await #expect(throws: MandateRefusal.outOfScope) {
            try await desk.record(act(ActID(unchecked: "iets-anders")), with: id, by: bram)
        }
        try await desk.happen(.revoked, to: id, by: fatma, form: world.newID())
        await #expect(throws: MandateRefusal.ended(.revoked)) { try await desk.record(act(), with: id, by: bram) }
        #expect(try await acts(of: id).count == 1)
        #expect(
            try await log(of: id) == [
                "mandate.offered", "mandate.consented", "act.recorded", "act.recorded refused", "mandate.revoked",
                "act.recorded refused",
            ])
    }

    @Test func `agreeing takes the three words, whichever way it is tried`() async throws {
        let id = try await offered()
        await #expect(throws: MandateRefusal.wrongCode) {
            try await desk.happen(.consented, to: id, by: fatma, form: world.newID())
        }
    }

    @Test func `nobody agrees with other words than the citizen's own`() async throws {
        let id = try await offered()
        await #expect(throws: MandateRefusal.wrongCode) {
            try await desk.consent(to: id, by: fatma, code: "boot kaas lamp", form: world.newID())
        }
        await #expect(throws: (any Error).self) {
            try await desk.consent(to: id, by: bram, code: code, form: world.newID())
        }
        await #expect(throws: MandateRefusal.notAgreed) { try await desk.record(act(), with: id, by: bram) }
    }

    @Test func `a form sent twice counts once`() async throws {
        let id = try await active()
        let same = act()
        for _ in 0..<2 { try await desk.record(same, with: id, by: bram) }
        let form: MandateEventID = world.newID()
        for _ in 0..<2 { try await desk.happen(.revoked, to: id, by: fatma, form: form) }
        #expect(try await acts(of: id).count == 1)
        #expect(try await log(of: id).filter { $0 == "mandate.revoked" }.count == 1)
    }

    @Test func `who has nothing to do with it finds nothing`() async throws {
        let id = try await active()
        let wim = Account(id: world.newID(), organisation: oefenstad, name: "Wim", loginName: nil, roles: [.helper])
        let other = Account(id: world.newID(), organisation: world.newID(), name: "Els", loginName: nil, roles: [.coordinator])
        for stranger in [wim, other] {
            #expect(try await database.read { try MandateStore().mandates(for: stranger, on: $0).isEmpty })
            await #expect(throws: MandateMissing.self) {
                try await desk.happen(.suspended, to: id, by: stranger, form: world.newID())
            }
        }
    }

    @Test func `nobody helps themselves, and helpers come from the same organisation`() async throws {
        let request: HelpRequestID = world.newID()
        try await help.ask(for: service.id, wish: "", chosen: nil, by: fatma, form: request)
        await #expect(throws: HelpRequestRefusal.helperUnfit) {
            try await help.match(request, with: fatma.id, by: karim, form: world.newID())
        }
        await #expect(throws: HelpRequestRefusal.helperUnfit) {
            try await help.match(request, with: bram.id, by: bram, form: world.newID())
        }
    }

    @Test(arguments: ["Mijn nummer is 123456782", "bsn 123.456.782"])
    func `a number that could be real is refused in the question`(wish: String) async throws {
        await #expect(throws: HelpRequestRefusal.citizenNumber) {
            try await help.ask(for: service.id, wish: wish, chosen: nil, by: fatma, form: world.newID())
        }
    }

    @Test func `a helper who declines makes room for another`() async throws {
        let (request, match): (HelpRequestID, HelperMatchID) = (world.newID(), world.newID())
        try await help.ask(for: service.id, wish: "", chosen: nil, by: fatma, form: request)
        try await help.match(request, with: bram.id, by: karim, form: match)
        await #expect(throws: HelpRequestRefusal.closed) {
            try await help.match(request, with: bram.id, by: karim, form: world.newID())
        }
        try await help.decline(match, by: bram)
        try await help.match(request, with: bram.id, by: karim, form: world.newID())
    }

    @Test func `when revoking and recording meet, whoever comes second is refused`() async throws {
        for round in 0..<50 {
            let id = try await offered()
            // Agreeing can be tried ten times in a quarter of an hour.
            let later = World(clock: Clock { [now = world.now] in now + .minutes(round * 16) }, randomness: .system)
            try await desk(later).consent(to: id, by: fatma, code: code, form: world.newID())
            let (desk, act) = (desk(later), RecordedAct(
                id: world.newID(), kind: service.acts[0], by: bram.id, at: later.now, minutes: 5, result: "Gelukt"))
            async let recorded: Bool = succeeds { try await desk.record(act, with: id, by: bram) }
            async let revoked: Bool = succeeds {
                try await desk.happen(.revoked, to: id, by: fatma, form: world.newID())
            }
            #expect(await revoked)
            let wasRecorded = await recorded
            #expect(try await acts(of: id).count == (wasRecorded ? 1 : 0))
            let entries = try await log(of: id)
            let place = try #require(entries.firstIndex(of: "mandate.revoked"))
            #expect(!entries[place...].contains("act.recorded"))
        }
    }

    private func succeeds(_ deed: () async throws -> Void) async -> Bool {
        do {
            try await deed()
            return true
        } catch {
            return false
        }
    }
}
