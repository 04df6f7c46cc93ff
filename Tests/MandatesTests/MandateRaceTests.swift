import Accounts
import Courseware
import Storage
import Testing

@testable import Mandates

/// Two deeds at the same moment, on the real database.
@Suite struct MandateRaceTests {
    @Test func `when revoking and recording meet, whoever comes second is refused`() async throws {
        let house = try await MandateHouse()
        var (recordedFirst, revokedFirst) = (0, 0)
        let base = try await house.active()
        for round in 0..<1_000 {
            let id = try await house.running(after: base)
            let act = try house.act()
            // The one that is called first wins oftener; so they take turns.
            async let first: Bool = house.succeeds(round.isMultiple(of: 2) ? .record(act) : .revoke, with: id)
            async let second: Bool = house.succeeds(round.isMultiple(of: 2) ? .revoke : .record(act), with: id)
            let done = await (first, second)
            let (recorded, revoked) = round.isMultiple(of: 2) ? done : (done.1, done.0)
            #expect(revoked)
            #expect(try await house.acts(of: id).count == (recorded ? 1 : 0))
            let entries = try await house.log(of: id).suffix(2)
            #expect(
                Array(entries)
                    == (recorded ? ["act.recorded", "mandate.revoked"] : ["mandate.revoked", "act.recorded refused"]))
            if recorded { recordedFirst += 1 } else { revokedFirst += 1 }
        }
        #expect(recordedFirst + revokedFirst == 1_000)
        #expect(recordedFirst > 0 && revokedFirst > 0, "both orders must occur: \(recordedFirst), \(revokedFirst)")
    }
}

extension MandateHouse {
    enum RacingDeed: Sendable {
        case record(RecordedAct)
        case revoke
    }

    /// A mandate that runs, straight into the database: a thousand are made.
    func running(after first: MandateID) async throws -> MandateID {
        let service = try service
        let (mandate, agreement) = try MandateOffer(service.acts, for: .month, of: service, text: text).mandate(
            world.newID(), citizen: fatma.id, helper: bram.id, in: oefenstad.id, at: now, renews: first)
        let event = MandateEvent(id: world.newID(), deed: .consented, by: fatma.id, at: now)
        try await database.write { connection in
            try MandateStore().insert(mandate, agreement, match: nil, on: connection)
            try MandateEventStore().insert(event, to: mandate.id, on: connection)
        }
        return mandate.id
    }

    func succeeds(_ deed: RacingDeed, with id: MandateID) async -> Bool {
        do {
            switch deed {
            case .record(let act): try await desk.record(act, with: id, by: bram, proof: proof)
            case .revoke: try await desk.happen(.revoked(.own), to: id, by: fatma, form: world.newID())
            }
            return true
        } catch {
            return false
        }
    }
}
