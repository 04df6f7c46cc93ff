import Accounts
import Courseware
import Mandates
import Storage
import Testing

/// Many deeds of many people, one after the other.
@Suite struct MandateLogTests {
    @Test func `each deed and each refusal stands in the log, and none is lost`() async throws {
        let house = try await MandateHouse()
        for _ in 0..<10 {
            let id = try await house.active()
            var (tried, done) = (0, 0)
            for _ in 0..<40 {
                guard let deed = Self.deeds.randomElement() else { continue }
                let person = [house.fatma, house.bram, house.karim, house.carla][Int.random(in: 0..<4)]
                tried += 1
                do {
                    try await house.desk.happen(deed, to: id, by: person, form: house.world.newID())
                    done += 1
                } catch is MandateRefusal {}
            }
            let log = try await house.log(of: id)
            #expect(log.count == 2 + tried)
            #expect(log.filter { !$0.hasSuffix("refused") }.count == 2 + done)
            #expect(try await house.mandate(id).events.count == 1 + done)
        }
    }

    private static let deeds: [MandateEvent.Deed] = [
        .confirmed, .consented, .consentedOnPaper(.citizen), .refused, .actWithdrawn("bellen", .own),
        .actWithdrawn("bellen", .desk), .suspended, .resumed, .suspended, .resumed, .suspended, .resumed, .renewed,
        .revoked(.own), .revoked(.phone), .returned, .died,
    ]
}
