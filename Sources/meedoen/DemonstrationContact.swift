import Accounts
import Mandates
import Storage

/// Fatma and Bram wrote to each other, and meet in some days.
struct DemonstrationContact {
    private let database: any Database

    init(_ database: any Database) { self.database = database }

    func arrange(in match: HelperMatchID, _ citizen: Account, _ helper: Account, at start: Instant) async throws {
        let messages: [(String, Account)] = [
            ("Dag Fatma. Zullen we samen kijken in de bibliotheek?", helper), ("Ja, graag.", citizen),
            ("Fijn. Neem je telefoon en de brief mee.", helper),
        ]
        for (number, (text, writer)) in messages.enumerated() {
            let world = world(at: start + .hours(number))
            try await MessageDesk(database: database, world: world).send(text, in: match, by: writer, form: world.newID())
        }
        // Three days from now, at ten.
        guard let time = ClockTime(rawValue: "10:00"), let moment = Day(Clock.system.now() + .days(3)).at(time),
            let organisation = helper.organisation,
            let location = try await database.read({ try OrganisationStore().locations(of: organisation, on: $0) }).first
        else { return }
        let (early, late) = (world(at: start + .hours(4)), world(at: start + .hours(5)))
        let appointment: AppointmentID = early.newID()
        try await AppointmentDesk(database: database, world: early).propose(
            AppointmentSlot(start: moment, minutes: 60, place: .location(location.id)), in: match, by: helper,
            form: appointment)
        try await AppointmentDesk(database: database, world: late).happen(
            .accepted, to: appointment, by: citizen, form: late.newID())
    }

    private func world(at instant: Instant) -> World {
        World(clock: Clock { instant }, randomness: DemonstrationRandomness.make("contact \(instant.milliseconds)"))
    }
}
