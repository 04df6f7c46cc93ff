import Accounts
import Audit
import Courseware
import Mandates
import Storage
import Testing

/// From a question to an offer, on a real database.
@Suite struct HelpDeskTests {
    let house: MandateHouse

    init() async throws { house = try await MandateHouse() }

    private func form<Subject>() -> Identifier<Subject> { house.world.newID() }

    @Test(arguments: [
        ("Mijn nummer is 123456782", SecretLike.citizenNumber), ("bsn 123.456.782", .citizenNumber),
        ("de code is 482913", .code), ("wachtwoord: zomer2026", .password),
    ])
    func `what nobody may have is refused in the question`(words: String, kind: SecretLike) async throws {
        await #expect(throws: HelpRequestRefusal.secret(kind)) {
            _ = try await house.asked(try house.service, HelpWish(words: words))
        }
    }

    @Test func `one question can be about several services`() async throws {
        let services = MandateHouse.library.services.prefix(2).map(\.id)
        let request: HelpRequestID = form()
        for _ in 0..<2 {
            try await house.help.ask(
                for: services, HelpWish(), chosen: nil, for: house.fatma, by: house.fatma, form: request)
        }
        let waiting = try await house.database.read { [house] in
            try HelpRequestStore().waiting(of: house.fatma.id, on: $0)
        }
        #expect(Set(waiting.map(\.request.service)) == Set(services))
        #expect(waiting.count == 2)
        await #expect(throws: HelpRequestRefusal.serviceMissing) {
            try await house.help.ask(for: [], HelpWish(), chosen: nil, for: house.fatma, by: house.fatma, form: form())
        }
    }

    @Test func `at the desk it is kept who sat beside the citizen`() async throws {
        var wish = HelpWish(words: "Samen aan de balie.")
        (wish.language, wish.byPhone, wish.times) = ("ar", true, [.morning, .weekend])
        try await house.help.ask(
            for: [try house.service.id], wish, chosen: nil, for: house.fatma, by: house.carla, form: form())
        let seen = try await house.people.visit(house.fatma.id, for: house.carla)
        let visit = try #require(seen)
        #expect(visit.waiting.map(\.request.askedBy) == [house.carla.id])
        #expect(visit.waiting.map(\.request.wish) == [wish])
    }

    @Test func `nobody helps themselves, and helpers come from the same organisation`() async throws {
        let request = try await house.asked(try house.service)
        for nobody in [house.fatma.id, house.karim.id, house.carla.id] {
            await #expect(throws: HelpRequestRefusal.helperUnfit) {
                try await house.help.match(request, with: nobody, by: house.karim, form: form())
            }
        }
        await #expect(throws: HelpRequestRefusal.helperUnfit) {
            try await house.help.match(request, with: house.bram.id, by: house.bram, form: form())
        }
    }

    @Test func `a helper who declines makes room for another`() async throws {
        let (request, match): (HelpRequestID, HelperMatchID) = (try await house.asked(try house.service), form())
        let wim = try await house.person("Wim", .helper)
        try await house.ready(wim)
        try await house.help.match(request, with: house.bram.id, by: house.karim, form: match)
        await #expect(throws: HelpRequestRefusal.closed) {
            try await house.help.match(request, with: wim.id, by: house.karim, form: form())
        }
        try await house.help.answer(match, by: house.bram, accepts: false)
        await #expect(throws: HelpRequestRefusal.closed, "Bram said no already") {
            try await house.help.match(request, with: house.bram.id, by: house.karim, form: form())
        }
        try await house.help.match(request, with: wim.id, by: house.karim, form: form())
    }

    @Test func `the citizen may refuse the person, and then nothing is offered`() async throws {
        let service = try house.service
        let (request, match): (HelpRequestID, HelperMatchID) = (try await house.asked(service), form())
        try await house.help.match(request, with: house.bram.id, by: house.karim, form: match)
        await #expect(throws: HelpRequestRefusal.closed, "the helper did not answer yet") {
            try await house.help.answer(match, by: house.fatma, wants: true)
        }
        try await house.help.answer(match, by: house.bram, accepts: true)
        for other in [house.bram, house.karim, house.carla] {
            await #expect(throws: HelpRequestRefusal.closed) {
                try await house.help.answer(match, by: other, wants: true)
            }
        }
        await #expect(throws: HelpRequestRefusal.closed, "the citizen did not answer yet") { _ = try await offer(match) }
        try await house.help.answer(match, by: house.fatma, wants: false)
        await #expect(throws: HelpRequestRefusal.closed) { _ = try await offer(match) }
        let choice = try await house.help.candidates(for: request, coordinator: house.karim)
        let candidates = try #require(choice)
        #expect(candidates.helpers.map(\.helper.id) == [], "who was refused is not proposed again")
    }

    private func offer(_ match: HelperMatchID, _ acts: [ActID]? = nil, _ duration: MandateDuration = .day) async throws -> MandateID {
        let service = try house.service
        return try await house.help.offer(
            acts ?? service.acts, for: duration, to: match, by: house.bram, service: service, text: try house.text)
    }

    @Test func `an offer stays inside the service`() async throws {
        let service = try house.service
        let match = try await house.matched(service)
        await #expect(throws: HelpRequestRefusal.actsUnfit) { _ = try await offer(match, []) }
        await #expect(throws: HelpRequestRefusal.actsUnfit) { _ = try await offer(match, ["geld-overmaken"]) }
        await #expect(throws: HelpRequestRefusal.durationUnfit) { _ = try await offer(match, nil, .year) }
        let id = try await offer(match, [service.acts[1]], .month)
        let mandate = try await house.mandate(id)
        #expect(mandate.acts == [service.acts[1]])
        #expect(mandate.validUntil == mandate.offeredAt + .days(30))
        await #expect(throws: HelpRequestRefusal.closed, "one match, one mandate") { _ = try await offer(match) }
    }

    @Test func `a service decides how long is possible`() throws {
        for service in MandateHouse.library.services {
            for duration in MandateDuration.choices(for: service) {
                #expect(duration == .day || duration.days <= service.maxDays)
            }
            #expect(MandateDuration.choices(for: service).first == .day)
        }
        #expect(MandateDuration.choices(for: try house.highRisk).last == .month)
    }

    @Test func `a helper has everything in order first`() async throws {
        let request = try await house.asked(try house.service)
        let wim = try await house.person("Wim", .helper)
        func shortcomings() async throws -> [HelperStanding.Shortcoming] {
            let helpers = try await house.help.candidates(for: request, coordinator: house.karim)?.helpers ?? []
            return try #require(helpers.first { $0.helper.id == wim.id }).shortcomings
        }
        #expect(try await shortcomings() == [.course, .certificate, .terms])
        await #expect(throws: HelpRequestRefusal.helperUnfit) {
            try await house.help.match(request, with: wim.id, by: house.karim, form: form())
        }
        try await house.learn(wim)
        #expect(try await shortcomings() == [.certificate, .terms])
        try await house.helpers.keepCertificate(of: wim.id, issuedOn: Day(house.now), seenBy: house.karim)
        #expect(try await shortcomings() == [.terms])
        await #expect(throws: HelpRequestRefusal.closed, "other words than those of today") {
            try await house.helpers.acceptTerms("gisteren", by: wim)
        }
        try await house.helpers.acceptTerms(try #require(house.requirements.terms), by: wim)
        #expect(try await shortcomings() == [])
        house.advance(by: .days(3 * 366))
        #expect(try await shortcomings() == [.certificate])
    }

    @Test func `nobody keeps their own certificate, and none of tomorrow`() async throws {
        let helper = try await house.person("Wim", .helper)
        for (who, day) in [(house.karim, Day(house.now + .days(1))), (helper, Day(house.now))] {
            await #expect(throws: HelpRequestRefusal.self) {
                try await house.helpers.keepCertificate(of: helper.id, issuedOn: day, seenBy: who)
            }
        }
    }

    @Test func `a helper has so many mandates and not one more`() async throws {
        try await house.helpers.setLimit(2, by: house.karim)
        let first = try await house.offered()
        _ = try await house.offered()
        await #expect(throws: HelpRequestRefusal.helperUnfit) { _ = try await house.offered() }
        try await house.desk.happen(.returned, to: first, by: house.bram, form: form())
        _ = try await house.offered()
    }

    @Test func `who suits best comes first, with the reasons`() async throws {
        let service = try house.service
        var people: [String: Account] = [:]
        let location = Location(id: house.world.newID(), organisation: house.oefenstad.id, name: "Centrum")
        try await house.database.write { try OrganisationStore().insert(location, on: $0) }
        let profiles: [(String, (inout HelperProfile) -> Void)] = [
            ("Language", { $0.languages = ["ar"] }),
            ("Service", { $0.services = [service.id] }),
            ("Place", { $0.locations = [location.id] }),
            ("All", { profile in
                (profile.services, profile.languages) = ([service.id], ["ar"])
                (profile.locations, profile.times) = ([location.id], [.evening])
            }),
            ("Time", { $0.times = [.evening] }),
        ]
        for (name, change) in profiles {
            let helper = try await house.person(name, .helper)
            people[name] = helper
            try await house.ready(helper)
            var profile = HelperProfile()
            change(&profile)
            try await house.helpers.save(profile, by: helper)
        }
        let unready = try await house.person("Unready", .helper)
        var wish = HelpWish()
        (wish.language, wish.location, wish.times) = ("ar", location.id, [.evening, .weekend])
        let request = try await house.asked(service, wish)
        let choice = try await house.help.candidates(for: request, coordinator: house.karim)
        let ranked = try #require(choice).helpers
        #expect(ranked.map { $0.helper.name ?? "" } == ["All", "Service", "Language", "Place", "Time", "Bram", "Unready"])
        #expect(ranked[0].reasons == RankedHelper.Reason.allCases)
        #expect(ranked.last?.helper.id == unready.id)
        #expect(ranked.last?.shortcomings.isEmpty == false)
    }

    @Test func `another organisation's questions are not found`() async throws {
        let request = try await house.asked(try house.service)
        let elsewhere = Organisation(id: house.world.newID(), name: "Elders")
        try await house.database.write { [house] in
            try OrganisationStore().insert(elsewhere, by: nil, at: house.now, on: $0)
        }
        let els = try await house.person("Els", .coordinator, in: elsewhere.id)
        #expect(try await house.help.candidates(for: request, coordinator: els)?.helpers.count == nil)
    }

    @Test func `a press that comes twice does nothing more, and is no mistake`() async throws {
        let request = try await house.asked(try house.service)
        let match: HelperMatchID = house.world.newID()
        for _ in 0..<2 { try await house.help.match(request, with: house.bram.id, by: house.karim, form: match) }
        for _ in 0..<2 { try await house.help.answer(match, by: house.bram, accepts: true) }
        for _ in 0..<2 { try await house.help.answer(match, by: house.fatma, wants: true) }
        await #expect(throws: HelpRequestRefusal.closed) { try await house.help.answer(match, by: house.fatma, wants: false) }
        let other = try await house.asked(try house.service)
        for _ in 0..<2 { try await house.help.withdraw(other, by: house.fatma) }
    }
}
